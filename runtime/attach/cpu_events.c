// SPDX-License-Identifier: GPL-2.0-only
/*
 * Counters follow the CPUs: the kernel takes a CPU's counters down with it for good, so one that
 * comes back gets a new one.
 *
 * A CPU that comes or goes only notes it here, because it does so under a lock that perf takes
 * inside of its own; a work makes the counters.
 */
#define pr_fmt(fmt) "rex: " fmt

#include <linux/cpuhotplug.h>
#include <linux/cpumask.h>
#include <linux/mutex.h>
#include <linux/rcupdate.h>
#include <linux/slab.h>
#include <linux/workqueue.h>

#include "../rex.h"
#include "cpu_events.h"

struct rex_cpu_events {
	struct hlist_node node; /* of rex_cpu_state */
	struct perf_event_attr attribute;
	perf_overflow_handler_t handler;
	void *context;
	struct work_struct work;
	struct mutex lock; /* of of_cpu */
	cpumask_t gone; /* went offline since its counter was made */
	unsigned int count; /* of CPUs */
	struct perf_event *of_cpu[]; /* null where it was offline */
};

static int rex_cpu_state; /* of CPU hotplug; its instances are struct rex_cpu_events */

/* A counter where there is none, or only that of before.  The first error, with the rest made. */
static int rex_cpu_events_update(struct rex_cpu_events *events)
{
	int error = 0;
	int cpu;

	mutex_lock(&events->lock);
	for_each_online_cpu(cpu)
	{
		struct perf_event *event = events->of_cpu[cpu];

		if (event && !cpumask_test_and_clear_cpu(cpu, &events->gone))
			continue;
		events->of_cpu[cpu] = NULL;
		if (event)
			perf_event_release_kernel(event);
		event = perf_event_create_kernel_counter(&events->attribute, cpu, NULL,
							 events->handler, events->context);
		if (!IS_ERR(event))
			events->of_cpu[cpu] = event;
		else if (cpu_online(cpu)) /* else it has gone meanwhile */
			error = error ?: (int)PTR_ERR(event);
	}
	mutex_unlock(&events->lock);
	return error;
}

static void rex_cpu_events_work(struct work_struct *work)
{
	int error = rex_cpu_events_update(container_of(work, struct rex_cpu_events, work));

	if (error)
		pr_warn("a CPU that came online is not seen by a program: error %d\n", error);
}

static int rex_cpu_online(unsigned int cpu, struct hlist_node *node)
{
	schedule_work(&hlist_entry(node, struct rex_cpu_events, node)->work);
	return 0;
}

static int rex_cpu_offline(unsigned int cpu, struct hlist_node *node)
{
	cpumask_set_cpu(cpu, &hlist_entry(node, struct rex_cpu_events, node)->gone);
	return 0;
}

struct rex_cpu_events *rex_cpu_events_create(const struct perf_event_attr *attribute,
					     perf_overflow_handler_t handler, void *context)
{
	struct rex_cpu_events *events =
		kzalloc(struct_size(events, of_cpu, nr_cpu_ids), GFP_KERNEL);
	int error;

	if (!events)
		return ERR_PTR(-ENOMEM);
	events->attribute = *attribute;
	events->handler = handler;
	events->context = context;
	events->count = nr_cpu_ids;
	mutex_init(&events->lock);
	INIT_WORK(&events->work, rex_cpu_events_work);
	/* First, so that none that comes online meanwhile is overlooked. */
	error = cpuhp_state_add_instance_nocalls(rex_cpu_state, &events->node);
	if (error) {
		kfree(events);
		return ERR_PTR(error);
	}
	error = rex_cpu_events_update(events);
	if (error) {
		rex_cpu_events_release(events);
		return ERR_PTR(error);
	}
	return events;
}

void rex_cpu_events_release(struct rex_cpu_events *events)
{
	unsigned int cpu;

	cpuhp_state_remove_instance_nocalls(rex_cpu_state, &events->node);
	cancel_work_sync(&events->work);
	for (cpu = 0; cpu < events->count; cpu++)
		if (events->of_cpu[cpu])
			perf_event_release_kernel(events->of_cpu[cpu]);
	kfree(events);
	/* A handler that had begun when its event was disabled. */
	synchronize_rcu();
}

int rex_cpu_events_init(void)
{
	int state = cpuhp_setup_state_multi(CPUHP_AP_ONLINE_DYN, "rex:online", rex_cpu_online,
					    rex_cpu_offline);

	if (state < 0)
		return state;
	rex_cpu_state = state;
	return 0;
}

void rex_cpu_events_exit(void)
{
	cpuhp_remove_multi_state(rex_cpu_state);
}
