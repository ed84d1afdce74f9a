// SPDX-License-Identifier: GPL-2.0-only
/*
 * BPF_MAP_TYPE_QUEUE through the map's own operations.
 */
#include "../rex.h"

/* The map, where its lock can be had; null where what we interrupted holds it. */
static struct bpf_map *rex_queue_enter(const struct rex_map *definition)
{
	struct bpf_map *map = (struct bpf_map *)definition->kernel_map;
	void *lock = (u8 *)map + rex_kernel.bpf_queue_stack__lock;

	return likely(rex_lock_obtainable(lock)) ? map : NULL;
}

int rex_queue_pop(struct rex_map *definition, void *value)
{
	struct bpf_map *map = rex_queue_enter(definition);

	return map ? map->ops->map_pop_elem(map, value) : -EBUSY;
}

int rex_queue_peek(struct rex_map *definition, void *value)
{
	struct bpf_map *map = rex_queue_enter(definition);

	return map ? map->ops->map_peek_elem(map, value) : -EBUSY;
}

static int rex_queue_add(struct rex_map *definition, const void *value, u64 flags)
{
	struct bpf_map *map = rex_queue_enter(definition);

	/* The operation only reads the value; it is declared otherwise. */
	return map ? map->ops->map_push_elem(map, (void *)value, flags) : -EBUSY;
}

int rex_queue_push(struct rex_map *definition, const void *value)
{
	return rex_queue_add(definition, value, BPF_ANY);
}

int rex_queue_push_over(struct rex_map *definition, const void *value)
{
	return rex_queue_add(definition, value, BPF_EXIST);
}
