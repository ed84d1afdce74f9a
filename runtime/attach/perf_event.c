// SPDX-License-Identifier: GPL-2.0-only
/*
 * perf_event: each time a counter of a CPU has counted a period, on every CPU.
 */
#include <linux/slab.h>

#include "../rex.h"
#include "cpu_events.h"

/* Below it the machine does nothing but count. */
#define REX_PERF_PERIOD_MIN 1000

struct rex_perf_event {
	struct rex_link link;
	struct rex_cpu_events *events;
};

/* What the program's parameter refers to: rex::PerfEvent of the SDK. */
struct rex_perf_event_context {
	const struct pt_regs *registers;
	u64 period;
	u64 user_mode;
};

static void __kprobes rex_perf_event_handler(struct perf_event *event,
					     struct perf_sample_data *data,
					     struct pt_regs *registers)
{
	struct rex_perf_event *sampler = event->overflow_handler_context;
	struct rex_perf_event_context context = {
		.registers = registers,
		.period = event->hw.last_period,
		.user_mode = user_mode(registers),
	};

	rex_run_tracing(&sampler->link, &context);
}

static struct rex_link *rex_perf_event_attach(struct rex_program *program,
					      const struct rex_attach *how)
{
	struct perf_event_attr attribute = {
		.size = sizeof(attribute),
		.type = how->perf_event.type,
		.config = how->perf_event.config,
		.sample_period = how->perf_event.period,
	};
	struct rex_perf_event *sampler;
	int error;

	if (how->perf_event.period < REX_PERF_PERIOD_MIN)
		return ERR_PTR(-EINVAL);
	sampler = kzalloc(sizeof(*sampler), GFP_KERNEL);
	if (!sampler)
		return ERR_PTR(-ENOMEM);
	sampler->link.running = program;
	sampler->events = rex_cpu_events_create(&attribute, rex_perf_event_handler, sampler);
	if (IS_ERR(sampler->events)) {
		error = PTR_ERR(sampler->events);
		kfree(sampler);
		return ERR_PTR(error);
	}
	return &sampler->link;
}

static void rex_perf_event_detach(struct rex_link *link)
{
	rex_cpu_events_release(container_of(link, struct rex_perf_event, link)->events);
}

static void rex_perf_event_free(struct rex_link *link)
{
	kfree(container_of(link, struct rex_perf_event, link));
}

const struct rex_hook_type rex_perf_event_hook = {
	.name = "perf_event",
	.attach = rex_perf_event_attach,
	.detach = rex_perf_event_detach,
	.free = rex_perf_event_free,
};
