// SPDX-License-Identifier: GPL-2.0-only
/*
 * BPF_MAP_TYPE_PERF_EVENT_ARRAY through the BPF helpers.  The one for output is that for raw
 * tracepoints, which takes the registers here; neither takes a lock.
 */
#include "map.h"

int rex_perf_event_output(struct rex_map *definition, const void *data, __u64 size)
{
	return (int)rex_kernel.perf_event_output_raw_tp(0, definition->kernel_map,
							BPF_F_CURRENT_CPU, (u64)data, size);
}

int rex_perf_event_read(struct rex_map *definition, __u32 index, struct rex_perf_counter *counter)
{
	struct bpf_perf_event_value value = {};
	int error;

	BUILD_BUG_ON(sizeof(*counter) != sizeof(value));
	error = (int)rex_kernel.perf_event_read_value(definition->kernel_map, index, (u64)&value,
						      sizeof(value), 0);
	counter->value = value.counter;
	counter->enabled = value.enabled;
	counter->running = value.running;
	return error;
}
