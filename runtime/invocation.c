// SPDX-License-Identifier: GPL-2.0-only
/*
 * Running a program: state, budget, polls.
 */
#include <linux/ktime.h>
#include <linux/minmax.h>
#include <linux/rcupdate.h>
#include <linux/sched/task_stack.h>
#include <linux/timekeeping.h>

#include "rex.h"

/* Polls until the clock is read again: some microseconds of a tight loop. */
#define REX_FUEL 1024

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

static __always_inline void rex_account(struct rex_invocation *invocation, u64 now)
{
	invocation->used += min_t(u64, now - invocation->accounted, REX_GAP_MAX);
	invocation->accounted = now;
}

/*
 * The order matters, because an interrupt can run another program between any two
 * lines: complete the state, save the outer fuel and limit, publish with one store, set
 * fuel and limit; and on the way out those first, then the state.
 */
enum rex_outcome __kprobes rex_run(struct rex_program *program, void *context, s64 *value)
{
	struct rex_invocation invocation; /* the ledger is too large to be zeroed each time */
	unsigned long limit = rex_stack_limit_at(current_stack_pointer);
	struct rex_invocation *outer;

	*value = program->panic_value;
	preempt_disable_notrace();
	if (unlikely(READ_ONCE(program->disabled) || !rcu_is_watching() ||
		     current_stack_pointer < limit + REX_STACK_FRAME)) {
		this_cpu_inc(program->counters->missed);
		preempt_enable_notrace();
		return REX_SKIPPED;
	}
	this_cpu_inc(program->counters->runs);

	outer = this_cpu_read(rex_current);
	invocation.outer = outer;
	invocation.program = program;
	invocation.used = 0;
	invocation.map = NULL;
	invocation.panicked = false;
	invocation.ledger.count = 0;
	invocation.outer_fuel = this_cpu_read(rex_fuel);
	invocation.outer_stack_limit = this_cpu_read(rex_stack_limit);
	invocation.accounted = ktime_get_mono_fast_ns();
	if (outer)
		rex_account(outer, invocation.accounted);
	barrier();
	this_cpu_write(rex_current, &invocation);
	this_cpu_write(rex_fuel, REX_FUEL);
	this_cpu_write(rex_stack_limit, limit);

	*value = rex_dispatch(program->entry, context, &invocation.frame);

	/* Handles give back what they hold when they go, and a panic did. */
	if (WARN_ON_ONCE(invocation.ledger.count))
		rex_ledger_release(&invocation.ledger);
	this_cpu_write(rex_stack_limit, invocation.outer_stack_limit);
	this_cpu_write(rex_fuel, invocation.outer_fuel);
	this_cpu_write(rex_current, outer);
	/* The outer program does not pay for what interrupted it. */
	if (outer)
		outer->accounted = ktime_get_mono_fast_ns();
	preempt_enable_notrace();
	return unlikely(invocation.panicked) ? REX_PANICKED : REX_FINISHED;
}

/*
 * The kernel raises bpf_prog_active around code that holds locks which a tracing
 * program would take again, such as the map operations of the bpf() system call, and
 * around each BPF tracing program.  A kprobe program of ours that ran there nevertheless
 * would wait for ever for a lock of the context it interrupted.
 */
enum rex_outcome __kprobes rex_run_tracing(struct rex_program *program, void *context, s64 *value)
{
	enum rex_outcome outcome = REX_SKIPPED;

	preempt_disable_notrace();
	if (likely(this_cpu_inc_return(*rex_kernel.prog_active) == 1)) {
		outcome = rex_run(program, context, value);
	} else {
		*value = program->panic_value;
		this_cpu_inc(program->counters->missed);
	}
	this_cpu_dec(*rex_kernel.prog_active);
	preempt_enable_notrace();
	return outcome;
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
