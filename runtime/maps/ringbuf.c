// SPDX-License-Identifier: GPL-2.0-only
/*
 * BPF_MAP_TYPE_RINGBUF through the BPF helpers: the map has no such operations.
 */
#include "../rex.h"

/* Whether the buffer's lock can be had; submitting and discarding take none. */
static bool rex_ringbuf_obtainable(const struct rex_map *definition)
{
	const u8 *map = (const u8 *)definition->kernel_map;
	u8 *ringbuf = *(u8 *const *)(map + rex_kernel.bpf_ringbuf_map__rb);

	return rex_lock_obtainable((void *)(ringbuf + rex_kernel.bpf_ringbuf__spinlock));
}

int rex_ringbuf_output(struct rex_map *definition, const void *data, __u64 size)
{
	if (unlikely(!rex_ringbuf_obtainable(definition)))
		return -EBUSY;
	return (int)rex_kernel.ringbuf_output(definition->kernel_map, (u64)data, size, 0, 0);
}

int rex_ringbuf_reserve(struct rex_map *definition, __u64 size, struct rex_record *record)
{
	struct rex_ledger *ledger = &this_cpu_read(rex_current)->ledger;
	void *data;

	if (unlikely(!rex_ledger_has_room(ledger)))
		return -ENOBUFS;
	if (unlikely(size > U32_MAX))
		return -E2BIG;
	if (unlikely(!rex_ringbuf_obtainable(definition)))
		return -EBUSY;
	data = (void *)rex_kernel.ringbuf_reserve(definition->kernel_map, size, 0, 0, 0);
	if (unlikely(!data))
		return -EAGAIN;
	record->data = (u64)data;
	record->size = (u32)size;
	record->slot = rex_ledger_enter(ledger, REX_RESOURCE_RINGBUF_RECORD, data);
	return 0;
}

static void *rex_ringbuf_take(u32 slot)
{
	return rex_ledger_take(&this_cpu_read(rex_current)->ledger, REX_RESOURCE_RINGBUF_RECORD,
			       slot);
}

int rex_ringbuf_submit(__u32 slot)
{
	void *data = rex_ringbuf_take(slot);

	if (unlikely(!data))
		return -EINVAL;
	rex_kernel.ringbuf_submit((u64)data, 0, 0, 0, 0);
	return 0;
}

int rex_ringbuf_discard(__u32 slot)
{
	void *data = rex_ringbuf_take(slot);

	if (unlikely(!data))
		return -EINVAL;
	rex_ringbuf_release(data);
	return 0;
}

void rex_ringbuf_release(void *record)
{
	rex_kernel.ringbuf_discard((u64)record, 0, 0, 0, 0);
}
