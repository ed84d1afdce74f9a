/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * A performance counter on each CPU, whose overflows run a handler.
 */
#ifndef REX_CPU_EVENTS_H
#define REX_CPU_EVENTS_H

#include <linux/perf_event.h>

struct rex_cpu_events;

/* On the CPUs that are online, and, shortly after, on those that come online.  Sleeps. */
struct rex_cpu_events *rex_cpu_events_create(const struct perf_event_attr *attribute,
					     perf_overflow_handler_t handler, void *context);
/* When it returns, no handler runs.  Sleeps. */
void rex_cpu_events_release(struct rex_cpu_events *events);

int rex_cpu_events_init(void);
void rex_cpu_events_exit(void);

#endif
