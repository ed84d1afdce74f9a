// SPDX-License-Identifier: GPL-2.0-only
/*
 * Spin locks in values of maps and in globals.
 *
 * One in a value is the kernel's own struct bpf_spin_lock: eBPF programs take it too, and the bpf()
 * system call with BPF_F_LOCK.  Like there, interrupts are off while one is held.
 *
 * Nobody waits here.  A program that does not get a lock tries again in its own text, where it
 * polls: so no holder, whoever it is, keeps it for longer than its budget.
 */
#include <linux/irqflags.h>

#include "rex.h"

static arch_spinlock_t *rex_arch_lock(void *lock)
{
	BUILD_BUG_ON(sizeof(arch_spinlock_t) != sizeof(struct rex_spin_lock));
	return lock;
}

/*
 * Whether a run holds a lock.  Of what this one has interrupted, too: a run enters a lock before
 * it takes it, and gives it back before it takes it out.
 */
static bool rex_holds_lock(const struct rex_invocation *invocation, const void *lock)
{
	const struct rex_ledger *ledger = &invocation->ledger;
	u32 i;

	for (i = 0; i < READ_ONCE(ledger->count); i++)
		if (ledger->entries[i].kind == REX_RESOURCE_SPIN_LOCK &&
		    ledger->entries[i].resource == lock)
			return true;
	return false;
}

/* Two programs that take the same locks in opposite orders would wait for each other. */
static bool rex_lock_in_order(const struct rex_invocation *invocation, u32 order)
{
	const struct rex_ledger *ledger = &invocation->ledger;
	u32 i;

	for (i = 0; i < ledger->count; i++)
		if (ledger->entries[i].kind == REX_RESOURCE_SPIN_LOCK &&
		    (!ledger->entries[i].order || ledger->entries[i].order >= order))
			return false;
	return true;
}

static bool rex_lock_is_interrupted(const struct rex_invocation *invocation, const void *lock)
{
	const struct rex_invocation *outer;

	for (outer = invocation->outer; outer; outer = outer->outer)
		if (unlikely(READ_ONCE(outer->lock_count)) && rex_holds_lock(outer, lock))
			return true;
	return false;
}

int rex_spin_lock(struct rex_spin_lock *lock, __u32 order)
{
	struct rex_invocation *invocation = this_cpu_read(rex_current);
	unsigned long flags;
	u32 slot;

	if (unlikely(invocation->lock_count)) {
		if (rex_holds_lock(invocation, lock))
			return -EDEADLK;
		if (!rex_lock_in_order(invocation, order))
			return -ENOLCK;
	}
	if (unlikely(!rex_ledger_has_room(&invocation->ledger)))
		return -ENOBUFS;
	if (unlikely(rex_lock_is_interrupted(invocation, lock)))
		return -EBUSY;

	local_irq_save(flags);
	slot = rex_ledger_enter(&invocation->ledger, REX_RESOURCE_SPIN_LOCK, lock);
	invocation->ledger.entries[slot - 1].order = order;
	if (!invocation->lock_count++)
		invocation->lock_flags = flags;
	if (likely(arch_spin_trylock(rex_arch_lock(lock))))
		return (int)slot;
	invocation->lock_count--;
	rex_ledger_take(&invocation->ledger, REX_RESOURCE_SPIN_LOCK, slot);
	local_irq_restore(flags);
	return -EAGAIN;
}

int rex_spin_unlock(__u32 slot)
{
	struct rex_ledger *ledger = &this_cpu_read(rex_current)->ledger;
	void *lock = rex_ledger_get(ledger, REX_RESOURCE_SPIN_LOCK, slot);

	if (unlikely(!lock))
		return -EINVAL;
	rex_spin_lock_release(lock);
	rex_ledger_take(ledger, REX_RESOURCE_SPIN_LOCK, slot);
	return 0;
}

void rex_spin_lock_release(void *lock)
{
	struct rex_invocation *invocation = this_cpu_read(rex_current);

	arch_spin_unlock(rex_arch_lock(lock));
	/* The last one restores what was before the first, in whatever order they are given back.
	 */
	if (!--invocation->lock_count)
		local_irq_restore(invocation->lock_flags);
}
