/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * What the maps share.
 */
#ifndef REX_MAPS_MAP_H
#define REX_MAPS_MAP_H

#include <linux/static_call.h>

#include "../rex.h"

static inline struct bpf_map *rex_kernel_map(const struct rex_map *definition)
{
	return (struct bpf_map *)definition->kernel_map;
}

/*
 * Begins an operation that takes locks of the map.  False where a program that this one has
 * interrupted is inside such an operation on the same map: waiting for it would never end.
 * Tracing programs do not run inside the bpf() system call, so no other holder of the locks can
 * be interrupted but an eBPF program that uses the same map, for which the kernel makes no
 * provision either.
 */
static inline bool rex_map_enter(const struct bpf_map *map)
{
	struct rex_invocation *invocation = this_cpu_read(rex_current);
	const struct rex_invocation *outer;

	for (outer = invocation->outer; outer; outer = outer->outer)
		if (unlikely(READ_ONCE(outer->map) == map))
			return false;
	WRITE_ONCE(invocation->map, map);
	barrier();
	return true;
}

static inline void rex_map_leave(void)
{
	barrier();
	WRITE_ONCE(this_cpu_read(rex_current)->map, NULL);
}

/*
 * The operations of the maps with keys, called directly: a map type's functions are static, but
 * the same for each map of the type, so each type has static calls that are patched when the
 * first map of it is bound.  What an operation does not change it is nevertheless declared to.
 */
#define REX_MAP_OPERATION(operation) typeof(*((struct bpf_map_ops *)NULL)->operation)

extern REX_MAP_OPERATION(map_lookup_elem) rex_map_lookup_prototype;
extern REX_MAP_OPERATION(map_update_elem) rex_map_update_prototype;
extern REX_MAP_OPERATION(map_delete_elem) rex_map_delete_prototype;
extern REX_MAP_OPERATION(map_get_next_key) rex_map_next_prototype;

#define REX_KEYED_MAP(type)                                                              \
	DEFINE_STATIC_CALL_NULL(rex_##type##_lookup_call, rex_map_lookup_prototype);     \
	DEFINE_STATIC_CALL_NULL(rex_##type##_update_call, rex_map_update_prototype);     \
	DEFINE_STATIC_CALL_NULL(rex_##type##_delete_call, rex_map_delete_prototype);     \
	DEFINE_STATIC_CALL_NULL(rex_##type##_next_call, rex_map_next_prototype);         \
                                                                                         \
	void rex_##type##_bind(const struct bpf_map_ops *ops)                            \
	{                                                                                \
		if (static_call_query(rex_##type##_lookup_call) == ops->map_lookup_elem) \
			return;                                                          \
		static_call_update(rex_##type##_update_call, ops->map_update_elem);      \
		static_call_update(rex_##type##_delete_call, ops->map_delete_elem);      \
		static_call_update(rex_##type##_next_call, ops->map_get_next_key);       \
		static_call_update(rex_##type##_lookup_call, ops->map_lookup_elem);      \
	}                                                                                \
                                                                                         \
	void *rex_##type##_lookup(struct rex_map *definition, const void *key)           \
	{                                                                                \
		return static_call(rex_##type##_lookup_call)(rex_kernel_map(definition), \
							     (void *)key);               \
	}

#define REX_KEYED_MAP_CHANGES(type)                                                             \
	int rex_##type##_update(struct rex_map *definition, const void *key, const void *value, \
				__u64 flags)                                                    \
	{                                                                                       \
		struct bpf_map *map = rex_kernel_map(definition);                               \
		int error;                                                                      \
                                                                                                \
		if (unlikely(!rex_map_enter(map)))                                              \
			return -EBUSY;                                                          \
		error = static_call(rex_##type##_update_call)(map, (void *)key, (void *)value,  \
							      flags);                           \
		rex_map_leave();                                                                \
		return error;                                                                   \
	}                                                                                       \
                                                                                                \
	int rex_##type##_remove(struct rex_map *definition, const void *key)                    \
	{                                                                                       \
		struct bpf_map *map = rex_kernel_map(definition);                               \
		int error;                                                                      \
                                                                                                \
		if (unlikely(!rex_map_enter(map)))                                              \
			return -EBUSY;                                                          \
		error = static_call(rex_##type##_delete_call)(map, (void *)key);                \
		rex_map_leave();                                                                \
		return error;                                                                   \
	}

#define REX_KEYED_MAP_ITERATION(type)                                                  \
	int rex_##type##_next(struct rex_map *definition, const void *key, void *next) \
	{                                                                              \
		return static_call(rex_##type##_next_call)(rex_kernel_map(definition), \
							   (void *)key, next);         \
	}

void rex_hash_bind(const struct bpf_map_ops *ops);
void rex_percpu_hash_bind(const struct bpf_map_ops *ops);
void rex_lru_hash_bind(const struct bpf_map_ops *ops);
void rex_lpm_trie_bind(const struct bpf_map_ops *ops);

#endif
