// SPDX-License-Identifier: GPL-2.0-only
/*
 * BPF_MAP_TYPE_LPM_TRIE.  Changing it takes the one lock of the trie and allocates, which is why
 * it needs interrupts on: the allocator's own locks are held with interrupts off only.
 */
#include "map.h"

REX_KEYED_MAP(lpm_trie)

static bool rex_lpm_trie_enter(const struct bpf_map *map)
{
	void *lock = (u8 *)map + rex_kernel.lpm_trie__lock;

	return !in_nmi() && !irqs_disabled() && rex_lock_obtainable(lock);
}

int rex_lpm_trie_update(struct rex_map *definition, const void *key, const void *value, __u64 flags)
{
	struct bpf_map *map = rex_kernel_map(definition);

	if (unlikely(!rex_lpm_trie_enter(map)))
		return -EBUSY;
	return static_call(rex_lpm_trie_update_call)(map, (void *)key, (void *)value, flags);
}

int rex_lpm_trie_remove(struct rex_map *definition, const void *key)
{
	struct bpf_map *map = rex_kernel_map(definition);

	if (unlikely(!rex_lpm_trie_enter(map)))
		return -EBUSY;
	return static_call(rex_lpm_trie_delete_call)(map, (void *)key);
}
