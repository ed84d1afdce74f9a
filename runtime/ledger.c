// SPDX-License-Identifier: GPL-2.0-only
/*
 * The ledger of an invocation.
 */
#include "ledger.h"
#include "rex.h"

static void (*const rex_resource_release[REX_RESOURCE_KINDS])(void *resource) = {
	[REX_RESOURCE_RINGBUF_RECORD] = rex_ringbuf_release,
	[REX_RESOURCE_SPIN_LOCK] = rex_spin_lock_release,
};

/* A hole below the last entry, or REX_LEDGER_SIZE. */
static u32 rex_ledger_hole(const struct rex_ledger *ledger)
{
	u32 i;

	for (i = 0; i < REX_LEDGER_SIZE; i++)
		if (ledger->entries[i].kind == REX_RESOURCE_NONE)
			break;
	return i;
}

bool rex_ledger_has_room(const struct rex_ledger *ledger)
{
	return likely(ledger->count < REX_LEDGER_SIZE) || rex_ledger_hole(ledger) < REX_LEDGER_SIZE;
}

u32 rex_ledger_enter(struct rex_ledger *ledger, enum rex_resource_kind kind, void *resource)
{
	u32 index = ledger->count;

	if (likely(index < REX_LEDGER_SIZE))
		ledger->count++;
	else
		index = rex_ledger_hole(ledger);
	ledger->entries[index].kind = kind;
	ledger->entries[index].resource = resource;
	return index + 1;
}

void *rex_ledger_get(struct rex_ledger *ledger, enum rex_resource_kind kind, u32 slot)
{
	const struct rex_ledger_entry *entry = &ledger->entries[slot - 1];

	/* Slot 0 becomes the largest number. */
	if (unlikely(slot - 1 >= ledger->count || entry->kind != kind))
		return NULL;
	return entry->resource;
}

void *rex_ledger_take(struct rex_ledger *ledger, enum rex_resource_kind kind, u32 slot)
{
	void *resource = rex_ledger_get(ledger, kind, slot);

	if (unlikely(!resource))
		return NULL;
	ledger->entries[slot - 1].kind = REX_RESOURCE_NONE;
	while (ledger->count && ledger->entries[ledger->count - 1].kind == REX_RESOURCE_NONE)
		ledger->count--;
	return resource;
}

void rex_ledger_release(struct rex_ledger *ledger)
{
	/* An entry stays until its resource is released: rex_holds_lock() relies on it. */
	for (; ledger->count; ledger->count--) {
		const struct rex_ledger_entry *entry = &ledger->entries[ledger->count - 1];

		if (entry->kind != REX_RESOURCE_NONE)
			rex_resource_release[entry->kind](entry->resource);
	}
}
