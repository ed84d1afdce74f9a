// SPDX-License-Identifier: GPL-2.0-only
/*
 * fentry: at a function's entry, by ftrace, with the function's arguments and no more.
 *
 * Shared, the default: one more of the callers of a function, of which there can be any number
 * beside eBPF's trampoline and other tools, whoever comes first.
 * Direct: the function calls our trampoline, which is the cheapest of the hooks on a function; but
 * there is one direct caller a function, and while it is ours an eBPF program cannot be attached
 * there.  So only who asks for it gets it, and where another is there already it is shared.
 */
#include <linux/ftrace.h>
#include <linux/rcupdate.h>
#include <linux/slab.h>
#include <linux/version.h>

#include "../rex.h"
#include "fentry_slots.h"

/* As many arguments as registers have. */
#define REX_FENTRY_ARGUMENTS 6

struct rex_fentry {
	struct rex_link link;
	int slot; /* of the trampoline; negative: shared */
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
		rex_run_function(&fentry->link, arguments);
	preempt_enable_notrace();
}

static __always_inline const struct pt_regs *rex_saved_registers(const struct ftrace_regs *saved)
{
#ifdef arch_ftrace_regs
	return &arch_ftrace_regs(saved)->regs;
#else
	return &saved->regs;
#endif
}

/*
 * Called by ftrace, with preemption as the function has it.  No recursion: nothing before
 * rex_run_function() can be traced, and that runs one tracing program at a time.
 */
static void __kprobes rex_fentry_shared_handler(unsigned long address, unsigned long caller,
						struct ftrace_ops *ops, struct ftrace_regs *saved)
{
	struct rex_fentry *fentry = container_of(ops, struct rex_fentry, ops);
	/* SAFETY: ftrace saves the registers of arguments here for each of its callers. */
	const struct pt_regs *registers = rex_saved_registers(saved);
	u64 arguments[REX_FENTRY_ARGUMENTS] = {
		registers->di, registers->si, registers->dx,
		registers->cx, registers->r8, registers->r9,
	};

	rex_run_function(&fentry->link, arguments);
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
			fentry->slot = (int)slot;
			rcu_assign_pointer(rex_fentry_slots[slot], fentry);
			return 0;
		}
	return -ENOSPC;
}

static int rex_fentry_register_direct(struct rex_fentry *fentry)
{
	int error = rex_fentry_take_slot(fentry);

	if (error)
		return error;
	error = rex_direct_register(&fentry->ops, rex_fentry_addresses[fentry->slot]);
	if (error) {
		RCU_INIT_POINTER(rex_fentry_slots[fentry->slot], NULL);
		fentry->slot = -1;
	}
	return error;
}

static int rex_fentry_register(struct rex_fentry *fentry, unsigned long entry, bool direct)
{
	int error = ftrace_set_filter_ip(&fentry->ops, entry, 0, 1);

	if (error)
		return error;
	error = direct ? rex_fentry_register_direct(fentry) : -EBUSY;
	if (error == -EBUSY) {
		/* Nothing of what a direct call that failed may have left. */
		fentry->ops.func = rex_fentry_shared_handler;
		fentry->ops.flags = FTRACE_OPS_FL_INITIALIZED | FTRACE_OPS_FL_RECURSION;
		fentry->ops.trampoline = 0;
		error = register_ftrace_function(&fentry->ops);
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

	if (how->fentry.direct > 1)
		return ERR_PTR(-EINVAL);
	entry = rex_function_entry(how->target);
	if (IS_ERR_VALUE(entry))
		return ERR_PTR((long)entry);
	fentry = kzalloc(sizeof(*fentry), GFP_KERNEL);
	if (!fentry)
		return ERR_PTR(-ENOMEM);
	fentry->link.running = program;
	fentry->slot = -1;
	error = rex_fentry_register(fentry, entry, how->fentry.direct);
	if (error) {
		kfree(fentry);
		return ERR_PTR(error);
	}
	return &fentry->link;
}

static void rex_fentry_detach_direct(struct rex_fentry *fentry)
{
	rex_direct_unregister(&fentry->ops, rex_fentry_addresses[fentry->slot]);
	/*
	 * A task may have been preempted in the trampoline, before the handler: it must be
	 * out before the slot can belong to a program with other arguments.
	 */
	synchronize_rcu_tasks();
	RCU_INIT_POINTER(rex_fentry_slots[fentry->slot], NULL);
	synchronize_rcu();
}

static void rex_fentry_detach(struct rex_link *link)
{
	struct rex_fentry *fentry = container_of(link, struct rex_fentry, link);

	if (fentry->slot >= 0) {
		rex_fentry_detach_direct(fentry);
	} else {
		/* Waits until no task is in the handler, nor on the way to it. */
		unregister_ftrace_function(&fentry->ops);
		ftrace_free_filter(&fentry->ops);
	}
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
