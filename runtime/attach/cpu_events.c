// SPDX-License-Identifier: GPL-2.0-only
#include <linux/cpumask.h>
#include <linux/rcupdate.h>
#include <linux/slab.h>

#include "cpu_events.h"

struct rex_cpu_events {
	unsigned int count; /* of CPUs */
	struct perf_event *of_cpu[]; /* null where it was offline */
};

struct rex_cpu_events *rex_cpu_events_create(struct perf_event_attr *attribute,
					     perf_overflow_handler_t handler, void *context)
{
	struct rex_cpu_events *events =
		kzalloc(struct_size(events, of_cpu, nr_cpu_ids), GFP_KERNEL);
	int cpu;

	if (!events)
		return ERR_PTR(-ENOMEM);
	events->count = nr_cpu_ids;
	/*
	 * Without the lock that keeps CPUs online: perf takes others that are taken before that one
	 * elsewhere.  A CPU that goes offline meanwhile has no counter.
	 */
	for_each_online_cpu(cpu)
	{
		struct perf_event *event =
			perf_event_create_kernel_counter(attribute, cpu, NULL, handler, context);

		if (!IS_ERR(event)) {
			events->of_cpu[cpu] = event;
		} else if (cpu_online(cpu)) {
			rex_cpu_events_release(events);
			return ERR_CAST(event);
		}
	}
	return events;
}

void rex_cpu_events_release(struct rex_cpu_events *events)
{
	unsigned int cpu;

	for (cpu = 0; cpu < events->count; cpu++)
		if (events->of_cpu[cpu])
			perf_event_release_kernel(events->of_cpu[cpu]);
	kfree(events);
	/* A handler that had begun when its event was disabled. */
	synchronize_rcu();
}
