// SPDX-License-Identifier: GPL-2.0-only
/*
 * fentry: at a function's entry, by ftrace's direct call: no registers are saved but the
 * arguments, which makes it the cheapest of the hooks on a function.
 *
 * ftrace takes one direct caller a function: where an eBPF program or another of ours is
 * there already, attaching says busy.
 */
#include <linux/ftrace.h>
#include <linux/rcupdate.h>
#include <linux/slab.h>
#include <linux/version.h>

#include "../rex.h"
#include "fentry_slots.h"

struct rex_fentry {
	struct rex_link link;
	struct rex_program *program;
	unsigned int slot;
	struct ftrace_ops ops;
};

extern const unsigned long rex_fentry_addresses[REX_FENTRY_SLOTS];
void rex_fentry_handler(u32 slot, u64 *arguments);

/* Written with rex_mutex held. */
static struct rex_fentry __rcu *rex_fentry_slots[REX_FENTRY_SLOTS];

/* Called by the trampolines, with preemption on. */
void __kprobes rex_fentry_handler(u32 slot, u64 *arguments)
{
	struct rex_fentry *fentry;

	preempt_disable_notrace();
	fentry = rcu_dereference_sched(rex_fentry_slots[slot]);
	if (likely(fentry))
		rex_run_function(fentry->program, arguments);
	preempt_enable_notrace();
}

/* Modules are not told addresses; a kprobe that is registered and removed again is. */
static unsigned long rex_function_entry(const char *name)
{
	struct kprobe probe = { .symbol_name = name };
	unsigned long address;
	int error = register_kprobe(&probe);

	if (error)
		return (unsigned long)error;
	address = (unsigned long)probe.addr;
	unregister_kprobe(&probe);
	return address;
}

static int rex_direct_register(struct ftrace_ops *ops, unsigned long trampoline)
{
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 5, 0)
	return register_ftrace_direct(ops, trampoline);
#else
	return register_ftrace_direct_multi(ops, trampoline);
#endif
}

static void rex_direct_unregister(struct ftrace_ops *ops, unsigned long trampoline)
{
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 5, 0)
	unregister_ftrace_direct(ops, trampoline, true);
#else
	unregister_ftrace_direct_multi(ops, trampoline);
	ftrace_free_filter(ops);
#endif
}

static int rex_fentry_take_slot(struct rex_fentry *fentry)
{
	unsigned int slot;

	lockdep_assert_held(&rex_mutex);
	for (slot = 0; slot < REX_FENTRY_SLOTS; slot++)
		if (!rcu_access_pointer(rex_fentry_slots[slot])) {
			fentry->slot = slot;
			rcu_assign_pointer(rex_fentry_slots[slot], fentry);
			return 0;
		}
	return -ENOSPC;
}

static int rex_fentry_register(struct rex_fentry *fentry, unsigned long entry)
{
	int error = ftrace_set_filter_ip(&fentry->ops, entry, 0, 1);

	if (error)
		return error;
	error = rex_fentry_take_slot(fentry);
	if (!error) {
		error = rex_direct_register(&fentry->ops, rex_fentry_addresses[fentry->slot]);
		if (error)
			RCU_INIT_POINTER(rex_fentry_slots[fentry->slot], NULL);
	}
	if (error)
		ftrace_free_filter(&fentry->ops);
	return error;
}

static struct rex_link *rex_fentry_attach(struct rex_program *program, const struct rex_attach *how)
{
	struct rex_fentry *fentry;
	unsigned long entry;
	int error;

	entry = rex_function_entry(how->target);
	if (IS_ERR_VALUE(entry))
		return ERR_PTR((long)entry);
	fentry = kzalloc(sizeof(*fentry), GFP_KERNEL);
	if (!fentry)
		return ERR_PTR(-ENOMEM);
	fentry->program = program;
	error = rex_fentry_register(fentry, entry);
	if (error) {
		kfree(fentry);
		return ERR_PTR(error);
	}
	return &fentry->link;
}

static void rex_fentry_detach(struct rex_link *link)
{
	struct rex_fentry *fentry = container_of(link, struct rex_fentry, link);

	rex_direct_unregister(&fentry->ops, rex_fentry_addresses[fentry->slot]);
	/*
	 * A task may have been preempted in the trampoline, before the handler: it must be
	 * out before the slot can belong to a program with other arguments.
	 */
	synchronize_rcu_tasks();
	RCU_INIT_POINTER(rex_fentry_slots[fentry->slot], NULL);
	synchronize_rcu();
}

static void rex_fentry_free(struct rex_link *link)
{
	kfree(container_of(link, struct rex_fentry, link));
}

const struct rex_hook_type rex_fentry_hook = {
	.name = "fentry",
	.attach = rex_fentry_attach,
	.detach = rex_fentry_detach,
	.free = rex_fentry_free,
};
