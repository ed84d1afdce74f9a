// SPDX-License-Identifier: GPL-2.0-only
#include "rows.hpp"

#include <sys/utsname.h>

#include <cstdio>

#include "failed.hpp"

namespace rex::bench {

namespace {

// A row needs a program of ours in programs/, an eBPF program beside it, and a line here.
constexpr Row kRows[] = {
    // An empty program at each hook.
    {"kprobe", "hook", "empty", "kprobe_empty", {}, Event::kWriteNull},
    {"kretprobe", "hook", "empty", "return_empty", {}, Event::kWriteNull},
    {"fentry", "hook", "empty", "fentry_empty", {}, Event::kWriteNull},
    {"fentry_direct", "hook", "empty", "fentry_empty", "write_null:direct", Event::kWriteNull},
    {"fexit", "hook", "empty", "fexit_empty", {}, Event::kWriteNull},
    {"raw_tracepoint", "hook", "empty", "raw_empty", {}, Event::kRename},
    {"tracepoint", "hook", "empty", "trace_empty", {}, Event::kRename},
    {"uprobe", "hook", "empty", "uprobe_empty", "/proc/self/exe:rex_bench_probed", Event::kCall},
    {"uretprobe", "hook", "empty", "uret_empty", "/proc/self/exe:rex_bench_probed", Event::kCall},
    {.name = "kprobe_override",
     .group = "hook",
     .object = "empty",
     .program = "override_empty",
     .event = Event::kGetPgid,
     .ebpf_since = kNone},
    {"perf_event", "hook", "empty", "perf_empty", {}, Event::kCpuClock},
    {"lsm", "hook", "empty", "lsm_empty", {}, Event::kGetPgid},
    {"xdp", "hook", "empty", "xdp_empty", "lo:generic", Event::kTestRun},
    {"tc", "hook", "empty", "tc_empty", "lo:ingress", Event::kTestRun},
    {.name = "netfilter",
     .group = "hook",
     .object = "empty",
     .program = "filter_empty",
     .event = Event::kDatagram,
     .ebpf_since = {6, 4}},
    {.name = "cgroup_skb",
     .group = "hook",
     .object = "empty",
     .program = "group_empty",
     .target = "/sys/fs/cgroup",
     .event = Event::kTestRun,
     .rex_since = {6, 12}},
    {.name = "timer",
     .group = "hook",
     .object = "empty",
     .program = "timer_empty",
     .event = Event::kTimer,
     .ebpf_since = kNone},
    {"once", "hook", "empty", "once_empty", {}, Event::kOnce},
    // What an operation costs inside of a program.
    {.name = "spin_lock",
     .group = "lock",
     .object = "spin_locks",
     .program = "lock_pairs",
     .target = "lo:ingress",
     .event = Event::kTestRun,
     .base = "lock_base",
     .operations = 64},
};

}  // namespace

Version running_kernel() {
  utsname names{};
  uname(&names);
  Version version{};
  if (std::sscanf(names.release, "%u.%u", &version.major, &version.minor) != 2)
    throw Failed("this kernel's release is no version: " + std::string(names.release));
  return version;
}

std::span<const Row> rows() { return kRows; }

}  // namespace rex::bench
