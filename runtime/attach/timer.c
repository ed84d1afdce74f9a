// SPDX-License-Identifier: GPL-2.0-only
/*
 * timer: each time a period has passed, on one CPU: that of who attaches, until it goes offline.
 *
 * The handler runs in a softirq, not in the timer's interrupt: a program may use its whole budget,
 * and interrupts stay on meanwhile.
 */
#include <linux/hrtimer.h>
#include <linux/ktime.h>
#include <linux/slab.h>

#include "../rex.h"

/* Below it the CPU does nothing else. */
#define REX_TIMER_PERIOD_MIN (100 * NSEC_PER_USEC)
#define REX_TIMER_PERIOD_MAX (24ULL * 3600 * NSEC_PER_SEC)

struct rex_timer {
	struct rex_link link;
	struct hrtimer timer;
	ktime_t period;
};

/* What the program's parameter refers to: rex::Timer of the SDK. */
struct rex_timer_context {
	u64 periods; /* that have passed since the run before: 1, or more where it came late */
};

static enum hrtimer_restart rex_timer_handler(struct hrtimer *hrtimer)
{
	struct rex_timer *timer = container_of(hrtimer, struct rex_timer, timer);
	struct rex_timer_context context = {
		.periods = hrtimer_forward_now(hrtimer, timer->period),
	};

	rex_run(&timer->link, &context);
	return HRTIMER_RESTART;
}

static struct rex_link *rex_timer_attach(struct rex_program *program, const struct rex_attach *how)
{
	struct rex_timer *timer;

	if (how->timer.period < REX_TIMER_PERIOD_MIN || how->timer.period > REX_TIMER_PERIOD_MAX)
		return ERR_PTR(-EINVAL);
	timer = kzalloc(sizeof(*timer), GFP_KERNEL);
	if (!timer)
		return ERR_PTR(-ENOMEM);
	timer->link.running = program;
	timer->period = ns_to_ktime(how->timer.period);
	hrtimer_init(&timer->timer, CLOCK_MONOTONIC, HRTIMER_MODE_REL_SOFT);
	timer->timer.function = rex_timer_handler;
	hrtimer_start(&timer->timer, timer->period, HRTIMER_MODE_REL_SOFT);
	return &timer->link;
}

static void rex_timer_detach(struct rex_link *link)
{
	/* Waits for the handler. */
	hrtimer_cancel(&container_of(link, struct rex_timer, link)->timer);
}

static void rex_timer_free(struct rex_link *link)
{
	kfree(container_of(link, struct rex_timer, link));
}

const struct rex_hook_type rex_timer_hook = {
	.name = "timer",
	.attach = rex_timer_attach,
	.detach = rex_timer_detach,
	.free = rex_timer_free,
};
