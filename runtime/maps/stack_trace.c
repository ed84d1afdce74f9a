// SPDX-License-Identifier: GPL-2.0-only
/*
 * BPF_MAP_TYPE_STACK_TRACE through the BPF helper, in its form for raw tracepoints: it takes the
 * registers here, and needs no context of the hook.
 */
#include "map.h"

/* The id, or a negated errno. */
__s64 rex_stack_trace_id(struct rex_map *definition, __u64 flags)
{
	struct bpf_map *map = rex_kernel_map(definition);
	s64 id = -EBUSY;

	if (likely(rex_map_enter(map))) {
		id = (s64)rex_kernel.get_stackid_raw_tp(0, (u64)map, flags, 0, 0);
		rex_map_leave();
	}
	return id;
}
