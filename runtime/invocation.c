// SPDX-License-Identifier: GPL-2.0-only
/*
 * Running a program: state, budget, polls.
 */
#include <linux/ktime.h>
#include <linux/minmax.h>
#include <linux/rcupdate.h>
#include <linux/sched/task_stack.h>
#include <linux/timekeeping.h>
#include <linux/version.h>

#include "rex.h"

/* Polls until the clock is read again: some microseconds of a tight loop. */
#define REX_FUEL 1024

/* Until it is read for the first time: what a program does before that is not counted. */
#define REX_FUEL_FIRST 128

/*
 * The most that one gap between two readings of the clock counts: REX_FUEL polls of
 * expensive helper calls take less, and a gap beyond it is time in which the CPU did
 * something else, such as a virtual CPU that its host did not run.
 */
#define REX_GAP_MAX (2 * NSEC_PER_MSEC)

/*
 * Stack, in bytes (instrument/stack.cpp says why these are enough).  The room is what an
 * extension's function may still use below the limit: one frame, as large as the build
 * allows, and the runtime's functions with what they call, a panic's backtrace included.
 */
#define REX_STACK_FRAME 4096
#define REX_STACK_ROOM (REX_STACK_FRAME + 2048)
/*
 * On a stack whose end is unknown here (interrupts, NMI): what a program may use of it.
 * They have 16 KiB, of which a softirq leaves more than half.
 */
#define REX_STACK_FOREIGN 6144

DEFINE_PER_CPU(struct rex_invocation *, rex_current);
DEFINE_PER_CPU(long, rex_fuel);
DEFINE_PER_CPU(unsigned long, rex_stack_limit);

/* Below this address a program makes no call. */
static __always_inline unsigned long rex_stack_limit_at(unsigned long pointer)
{
	unsigned long base = (unsigned long)task_stack_page(current);

	if (likely(pointer - base < THREAD_SIZE))
		return base + REX_STACK_ROOM;
	return pointer - REX_STACK_FOREIGN;
}

/*
 * Reading the clock costs more than all else here, so nothing is read where a program ends before
 * it polls for the first time: its own time counts from its first poll's slow path on.
 */
static __always_inline void rex_account(struct rex_invocation *invocation, u64 now)
{
	if (invocation->accounted)
		invocation->used += clamp_t(s64, now - invocation->accounted, 0, REX_GAP_MAX);
	else
		invocation->used = 0;
	invocation->accounted = now;
}

/*
 * With preemption off.  The order matters, because an interrupt can run another program between
 * any two lines: complete the state, save the outer fuel and limit, publish with one store, set
 * fuel and limit; and on the way out those first, then the state.
 *
 * Each instruction here is paid by every event.  What is needed after the program is read from the
 * state again: in registers it would cost saving those.
 */
static __always_inline s64 rex_enter(struct rex_program *program, void *context,
				     enum rex_outcome *outcome)
{
	/* The kernel's compiler zeroes variables, and the ledger is too large for that. */
	struct rex_invocation invocation __attribute__((uninitialized));
	unsigned long limit = rex_stack_limit_at(current_stack_pointer);
	struct rex_invocation *outer;
	s64 value;

	if (unlikely(READ_ONCE(program->disabled) ||
		     current_stack_pointer < limit + REX_STACK_FRAME)) {
		this_cpu_inc(program->counters->missed);
		*outcome = REX_SKIPPED;
		return program->panic_value;
	}
	this_cpu_inc(program->counters->runs);

	outer = this_cpu_read(rex_current);
	invocation.outer = outer;
	invocation.program = program;
	invocation.accounted = 0;
	invocation.map = NULL;
	invocation.lock_count = 0;
	invocation.panicked = false;
	invocation.ledger.count = 0;
	invocation.outer_fuel = this_cpu_read(rex_fuel);
	invocation.outer_stack_limit = this_cpu_read(rex_stack_limit);
	if (unlikely(outer && outer->accounted))
		rex_account(outer, ktime_get_mono_fast_ns());
	barrier();
	this_cpu_write(rex_current, &invocation);
	this_cpu_write(rex_fuel, REX_FUEL_FIRST);
	this_cpu_write(rex_stack_limit, limit);

	value = rex_dispatch(program->entry, context, &invocation.frame);

	/* Handles give back what they hold when they go, and a panic did. */
	if (WARN_ON_ONCE(invocation.ledger.count))
		rex_ledger_release(&invocation.ledger);
	this_cpu_write(rex_stack_limit, invocation.outer_stack_limit);
	this_cpu_write(rex_fuel, invocation.outer_fuel);
	this_cpu_write(rex_current, invocation.outer);
	/* The outer program does not pay for what interrupted it. */
	if (unlikely(invocation.outer && invocation.outer->accounted))
		invocation.outer->accounted = ktime_get_mono_fast_ns();
	*outcome = invocation.panicked ? REX_PANICKED : REX_FINISHED;
	return value;
}

/*
 * Of the functions below, the only array on the stack is the ledger, which checks its indices: a
 * stack protector would guard nothing.
 */
s64 __kprobes __no_stack_protector rex_run(const struct rex_link *link, void *context)
{
	enum rex_outcome outcome;
	s64 value;

	preempt_disable_notrace();
	value = rex_enter(READ_ONCE(link->running), context, &outcome);
	preempt_enable_notrace();
	return value;
}

enum rex_outcome __kprobes rex_run_outcome(struct rex_program *program, void *context, s64 *value)
{
	enum rex_outcome outcome;

	preempt_disable_notrace();
	*value = rex_enter(program, context, &outcome);
	preempt_enable_notrace();
	return outcome;
}

/*
 * The kernel raises bpf_prog_active around code that holds locks which a tracing
 * program would take again, such as the map operations of the bpf() system call, and
 * around each BPF tracing program.  A kprobe program of ours that ran there nevertheless
 * would wait for ever for a lock of the context it interrupted.
 */
static __always_inline s64 rex_enter_tracing(struct rex_program *program, void *context,
					     bool is_watching)
{
	enum rex_outcome outcome;
	s64 value;

	if (likely(this_cpu_inc_return(*rex_kernel.prog_active) == 1 && is_watching)) {
		value = rex_enter(program, context, &outcome);
	} else {
		value = program->panic_value;
		this_cpu_inc(program->counters->missed);
	}
	this_cpu_dec(*rex_kernel.prog_active);
	return value;
}

s64 __kprobes __no_stack_protector rex_run_tracing(const struct rex_link *link, void *context)
{
	s64 value;

	preempt_disable_notrace();
	value = rex_enter_tracing(READ_ONCE(link->running), context, true);
	preempt_enable_notrace();
	return value;
}

/*
 * Since 6.3 all that the idle loop does without RCU is out of reach of probes and of ftrace, and
 * objtool proves it.
 */
static __always_inline bool rex_rcu_is_watching(void)
{
	return LINUX_VERSION_CODE >= KERNEL_VERSION(6, 3, 0) || rcu_is_watching();
}

s64 __kprobes __no_stack_protector rex_run_function(const struct rex_link *link, void *context)
{
	s64 value;

	preempt_disable_notrace();
	value = rex_enter_tracing(READ_ONCE(link->running), context, rex_rcu_is_watching());
	preempt_enable_notrace();
	return value;
}

/*
 * The slow path of a poll: the fuel has run out.  In .kprobes.text because a panic
 * skips its frame.
 */
void __kprobes rex_poll(const struct rex_site *site)
{
	struct rex_invocation *invocation = this_cpu_read(rex_current);

	rex_account(invocation, ktime_get_mono_fast_ns());
	this_cpu_write(rex_fuel, REX_FUEL);
	if (unlikely(invocation->used > invocation->program->budget)) {
		rex_panic(site, invocation->used, invocation->program->budget);
		unreachable();
	}
}
