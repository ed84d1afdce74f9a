// SPDX-License-Identifier: GPL-2.0-only
// An empty program for each hook.
#include <linux/bpf.h>
#include <linux/pkt_cls.h>

#include <bpf/bpf_helpers.h>

char terms[] SEC("license") = "GPL";

#define EMPTY(section, name, value) \
  SEC(section) int name(void* context __attribute__((unused))) { return value; }

EMPTY("kprobe/write_null", kprobe_empty, 0)
EMPTY("kretprobe/write_null", return_empty, 0)
EMPTY("fentry/write_null", fentry_empty, 0)
EMPTY("fexit/write_null", fexit_empty, 0)
EMPTY("raw_tracepoint/task_rename", raw_empty, 0)
EMPTY("perf_event", perf_empty, 0)
EMPTY("lsm/task_getpgid", lsm_empty, 0)
EMPTY("xdp", xdp_empty, XDP_PASS)
EMPTY("tc", tc_empty, TC_ACT_OK)
EMPTY("cgroup_skb/ingress", group_empty, 1)
EMPTY("tracepoint/task/task_rename", trace_empty, 0)
EMPTY("uprobe", uprobe_empty, 0)
EMPTY("uretprobe", uret_empty, 0)
EMPTY("netfilter", filter_empty, 1)
EMPTY("syscall", once_empty, 0)
