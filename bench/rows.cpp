// SPDX-License-Identifier: GPL-2.0-only
#include "rows.hpp"

#include <sys/utsname.h>

#include <cstdio>

#include "failed.hpp"

namespace rex::bench {

namespace {

/// An operation on a map, 64 times in a program.
constexpr Row map_row(std::string_view name, std::string_view program) {
  return {.name = name,
          .group = "map",
          .object = "map_operations",
          .program = program,
          .target = "lo:generic",
          .event = Event::kTestRun,
          .base = "map_base",
          .operations = 64};
}

/// A helper, 64 times in a program.
constexpr Row helper_row(std::string_view name, Version ebpf_since = {6, 1}) {
  return {.name = name,
          .group = "helper",
          .object = "common_helpers",
          .program = name,
          .event = Event::kWriteNull,
          .base = "helper_base",
          .operations = 64,
          .ebpf_since = ebpf_since};
}

constexpr Row record_row(std::string_view name) {
  return {.name = name,
          .group = "map",
          .object = "ring_records",
          .program = name,
          .event = Event::kWriteNull,
          .base = "records_base",
          .operations = 4};
}

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
    map_row("array_get", "array_get"),
    map_row("array_set", "array_set"),
    map_row("array_add", "array_add"),
    map_row("percpu_array_add", "pcpu_array_add"),
    map_row("hash_get", "hash_get"),
    map_row("hash_set", "hash_set"),
    map_row("hash_add", "hash_add"),
    map_row("hash_insert_remove", "hash_cycle"),
    map_row("percpu_hash_add", "pcpu_hash_add"),
    map_row("lru_hash_get", "lru_hash_get"),
    map_row("lru_hash_set", "lru_hash_set"),
    map_row("lpm_trie_get", "lpm_trie_get"),
    map_row("lpm_trie_set", "lpm_trie_set"),
    map_row("queue_push_pop", "queue_cycle"),
    map_row("stack_push_pop", "stack_cycle"),
    record_row("ring_output"),
    record_row("ring_reserve"),
    helper_row("ktime"),
    helper_row("ktime_coarse", kNone),  // not for tracing programs
    helper_row("jiffies"),
    helper_row("cpu_id"),
    helper_row("random"),
    helper_row("current_pid"),
    helper_row("current_comm"),
    helper_row("task_utime"),
    helper_row("read_kernel"),
    helper_row("kernel_stack"),
    {.name = "task_from_pid",
     .group = "helper",
     .object = "tasks_by_pid",
     .program = "task_from_pid",
     .event = Event::kWriteNull,
     .base = "tasks_base",
     .operations = 64,
     .ebpf_since = {6, 4}},
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
