/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * What a program holds and must give back: part of its invocation.
 *
 * A runtime function that acquires something checks for room first, acquires, and enters it, and
 * never panics between: so a panic, which only extension text raises, finds each resource either
 * not acquired or in the ledger.  The program's handle is a slot of the ledger.  A function that
 * releases takes the entry first.  Only its own invocation uses a ledger: no locking.
 */
#ifndef REX_LEDGER_H
#define REX_LEDGER_H

#include <linux/types.h>

#include <rex/abi.h>

#define REX_LEDGER_SIZE REX_RESOURCES_MAX

enum rex_resource_kind {
	REX_RESOURCE_NONE, /* a hole: released out of order */
	REX_RESOURCE_RINGBUF_RECORD, /* struct bpf_ringbuf_hdr's data; released: discarded */
	REX_RESOURCE_SPIN_LOCK, /* struct rex_spin_lock; released: unlocked */
	REX_RESOURCE_KINDS
};

struct rex_ledger {
	u32 count; /* entries in use, holes among them; the last one is no hole */
	struct rex_ledger_entry {
		enum rex_resource_kind kind;
		u32 order; /* of a lock; set by who enters one */
		void *resource;
	} entries[REX_LEDGER_SIZE]; /* not initialised beyond count */
};

/* Whether an entry fits.  To be asked before acquiring; -ENOBUFS is the answer where not. */
bool rex_ledger_has_room(const struct rex_ledger *ledger);

/* Enters a resource.  Its slot, from 1: 0 is a handle that holds nothing. */
u32 rex_ledger_enter(struct rex_ledger *ledger, enum rex_resource_kind kind, void *resource);

/* The resource of a slot.  Null where it holds none of that kind. */
void *rex_ledger_get(struct rex_ledger *ledger, enum rex_resource_kind kind, u32 slot);

/* Takes a resource out, to release it.  Null where the slot holds none of that kind. */
void *rex_ledger_take(struct rex_ledger *ledger, enum rex_resource_kind kind, u32 slot);

/* Releases everything, newest first.  Any context. */
void rex_ledger_release(struct rex_ledger *ledger);

/* How a kind is released: in the file that acquires it. */
void rex_ringbuf_release(void *record);
void rex_spin_lock_release(void *lock);

#endif
