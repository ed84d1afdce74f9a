// SPDX-License-Identifier: GPL-2.0-only
#include <linux/cpu.h>
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
	struct perf_event *event = NULL;
	int cpu;

	if (!events)
		return ERR_PTR(-ENOMEM);
	events->count = nr_cpu_ids;
	cpus_read_lock();
	for_each_online_cpu (cpu) {
		event = perf_event_create_kernel_counter(attribute, cpu, NULL, handler, context);
		if (IS_ERR(event))
			break;
		events->of_cpu[cpu] = event;
	}
	cpus_read_unlock();
	if (!IS_ERR(event))
		return events;
	rex_cpu_events_release(events);
	return ERR_CAST(event);
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
