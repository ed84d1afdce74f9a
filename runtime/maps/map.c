// SPDX-License-Identifier: GPL-2.0-only
/*
 * Binding a map object of an extension to a map of the kernel.
 */
#include <linux/version.h>

#include "map.h"

DEFINE_PER_CPU(unsigned long, rex_cpu_offset);
DEFINE_PER_CPU(unsigned int, rex_cpu_number);
DEFINE_PER_CPU(unsigned int, rex_numa_node);

void rex_maps_init(void)
{
	int cpu;

	for_each_possible_cpu (cpu) {
		per_cpu(rex_cpu_offset, cpu) = per_cpu_offset(cpu);
		per_cpu(rex_cpu_number, cpu) = cpu;
		per_cpu(rex_numa_node, cpu) = cpu_to_node(cpu);
	}
}

/*
 * Whether the kernel keeps nothing of its own in the values, neither locks, timers nor pointers;
 * or where they are declared to begin with a lock, that and nothing else.
 */
static bool rex_map_fields_match(const struct bpf_map *map, bool locked)
{
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 2, 0)
	if (IS_ERR_OR_NULL(map->record))
		return !locked;
	return locked && map->record->cnt == 1 && map->record->spin_lock_off == 0;
#else
	if (map->timer_off >= 0 || !IS_ERR_OR_NULL(map->kptr_off_tab))
		return false;
	return locked ? map->spin_lock_off == 0 : map->spin_lock_off < 0;
#endif
}

/*
 * The runtime copies key_size and value_size bytes on the extension's word, and the SDK checks
 * indices against max_entries.  Values are the extension's to overwrite.
 */
static bool rex_map_matches(const struct rex_map *definition, const struct bpf_map *map)
{
	const bool locked = definition->flags & REX_MAP_LOCKED;
	u32 refused = BPF_F_RDONLY_PROG | BPF_F_WRONLY_PROG | BPF_F_INNER_MAP | BPF_F_NO_COMMON_LRU;

	/* Elements that are allocated late get a new lock while who had them still holds the old.
	 */
	if (locked)
		refused |= BPF_F_NO_PREALLOC;

	return map->map_type == definition->type && map->key_size == definition->key_size &&
	       map->value_size == definition->value_size &&
	       (map->max_entries == definition->max_entries ||
		map->map_type == BPF_MAP_TYPE_PERF_EVENT_ARRAY) &&
	       !(map->map_flags & refused) && rex_map_fields_match(map, locked);
}

int rex_map_bind(struct rex_map *definition, struct bpf_map *map)
{
	struct bpf_array *array = container_of(map, struct bpf_array, map);

	if (!rex_map_matches(definition, map))
		return -EINVAL;
	switch (map->map_type) {
	case BPF_MAP_TYPE_ARRAY:
		definition->elements = (u64)array->value;
		break;
	case BPF_MAP_TYPE_PERCPU_ARRAY:
		definition->elements = (u64)array->pptrs;
		break;
	case BPF_MAP_TYPE_HASH:
		rex_hash_bind(map->ops);
		break;
	case BPF_MAP_TYPE_PERCPU_HASH:
		rex_percpu_hash_bind(map->ops);
		break;
	case BPF_MAP_TYPE_LRU_HASH:
		rex_lru_hash_bind(map->ops);
		break;
	case BPF_MAP_TYPE_LPM_TRIE:
		rex_lpm_trie_bind(map->ops);
		break;
	default:
		break;
	}
	definition->kernel_map = (u64)map;
	return 0;
}
