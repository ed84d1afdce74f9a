// SPDX-License-Identifier: GPL-2.0-only
// An empty program for each hook.
#include <rex/rex.hpp>

rex::Result kprobe_empty(const rex::Kprobe<"write_null">&) { return rex::ok; }
rex::Result return_empty(const rex::Kretprobe<"write_null">&) { return rex::ok; }
rex::Result fentry_empty(const rex::Fentry<"write_null">&) { return rex::ok; }
rex::Result fexit_empty(const rex::Fexit<"write_null">&) { return rex::ok; }
rex::Result raw_empty(const rex::RawTracepoint<"task_rename">&) { return rex::ok; }
rex::Result perf_empty(const rex::PerfEvent<"cpu-clock/50000">&) { return rex::ok; }
rex::LsmAction lsm_empty(const rex::Lsm<"task_getpgid">&) { return rex::LsmAction::allow; }
rex::XdpAction xdp_empty(const rex::Xdp&) { return rex::XdpAction::pass; }
rex::TcAction tc_empty(const rex::Tc&) { return rex::TcAction::ok; }
rex::CgroupAction group_empty(const rex::CgroupSkb&) { return rex::CgroupAction::pass; }
rex::Result trace_empty(const rex::Tracepoint<"task:task_rename">&) { return rex::ok; }
rex::Result uprobe_empty(const rex::Uprobe<>&) { return rex::ok; }
rex::Result uret_empty(const rex::Uretprobe<>&) { return rex::ok; }
rex::Override override_empty(const rex::KprobeOverride<"__x64_sys_getpgid">&) {
  return rex::Override::none;
}
rex::NetfilterVerdict filter_empty(const rex::Netfilter<"ip:input">&) {
  return rex::NetfilterVerdict::accept;
}
rex::Result timer_empty(const rex::Timer<"100us">&) { return rex::ok; }
rex::Result once_empty(const rex::Once&) { return rex::ok; }
