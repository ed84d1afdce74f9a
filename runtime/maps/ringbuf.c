// SPDX-License-Identifier: GPL-2.0-only
/*
 * BPF_MAP_TYPE_RINGBUF through the BPF helpers: the map has no such operations.
 */
#include "../rex.h"

int rex_ringbuf_output(struct rex_map *definition, const void *data, __u64 size)
{
	u8 *map = (u8 *)definition->kernel_map;
	u8 *ringbuf = *(u8 **)(map + rex_kernel.bpf_ringbuf_map__rb);
	void *lock = ringbuf + rex_kernel.bpf_ringbuf__spinlock;

	if (unlikely(!rex_lock_obtainable(lock)))
		return -EBUSY;
	return (int)rex_kernel.ringbuf_output((u64)map, (u64)data, size, 0, 0);
}
