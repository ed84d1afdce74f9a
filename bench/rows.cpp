// SPDX-License-Identifier: GPL-2.0-only
#include "rows.hpp"

namespace rex::bench {

namespace {

// A row needs a program of ours in programs/, an eBPF program beside it, and a line here.
constexpr Row kRows[] = {
    // An empty program at each hook.
    {"kprobe", "hook", "empty", "kprobe_empty", {}, Event::kWriteNull},
    {"kretprobe", "hook", "empty", "return_empty", {}, Event::kWriteNull},
    {"fentry", "hook", "empty", "fentry_empty", {}, Event::kWriteNull},
    {"fexit", "hook", "empty", "fexit_empty", {}, Event::kWriteNull},
    {"raw_tracepoint", "hook", "empty", "raw_empty", {}, Event::kRename},
    {"perf_event", "hook", "empty", "perf_empty", {}, Event::kCpuClock},
    {"lsm", "hook", "empty", "lsm_empty", {}, Event::kGetPgid},
    {"xdp", "hook", "empty", "xdp_empty", "lo:generic", Event::kTestRun},
    {"tc", "hook", "empty", "tc_empty", "lo:ingress", Event::kTestRun},
    {"cgroup_skb", "hook", "empty", "group_empty", "/sys/fs/cgroup", Event::kTestRun},
    {"once", "hook", "empty", "once_empty", {}, Event::kOnce},
};

}  // namespace

std::span<const Row> rows() { return kRows; }

}  // namespace rex::bench
