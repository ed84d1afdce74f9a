// SPDX-License-Identifier: GPL-2.0-only
// A program for each kind of hook, in two builds: each counts what it sees of the test's events.
#include <rex/rex.hpp>

rex::Param<rex::u32> build{0};
rex::ArrayMap<rex::u64, 2> counts;

static void count_packet() {
  if (auto cell = counts.cell(build)) cell->add(1);
}
static void count() {
  if (rex::Task::current().comm() == rex::Text{"kernel_tests"}) count_packet();
}

rex::Result at_kprobe(const rex::Kprobe<"write_null">&) {
  count();
  return rex::ok;
}
rex::Result at_kretprobe(const rex::Kretprobe<"write_null">&) {
  count();
  return rex::ok;
}
rex::Result at_fentry(const rex::Fentry<"write_null">&) {
  count();
  return rex::ok;
}
rex::Result at_fentry_direct(const rex::Fentry<"write_null:direct">&) {
  count();
  return rex::ok;
}
rex::Result at_fexit(const rex::Fexit<"write_null">&) {
  count();
  return rex::ok;
}
rex::LsmAction at_lsm(const rex::Lsm<"task_getpgid">&) {
  count();
  return rex::LsmAction::allow;
}
rex::Result at_raw_tracepoint(const rex::RawTracepoint<"task_rename">&) {
  count();
  return rex::ok;
}
rex::Result at_tracepoint(
    const rex::Tracepoint<"task:task_rename", rex::TraceField<"pid", rex::i32>>& event) {
  if (event.get<"pid">() != 0) count();
  return rex::ok;
}
rex::Result other_fields(const rex::Tracepoint<"task:task_rename">&) { return rex::ok; }
rex::XdpAction at_xdp(const rex::Xdp&) {
  count_packet();
  return rex::XdpAction::pass;
}
rex::TcAction at_tc(const rex::Tc&) {
  count_packet();
  return rex::TcAction::ok;
}
rex::NetfilterVerdict at_netfilter(const rex::Netfilter<"ip:output">& packet) {
  // Not the answers of a host where nobody listens.
  const auto ip = packet.read<rex::Ipv4Header>(0);
  if (ip && ip->protocol == rex::IpProtocol::udp) count();
  return rex::NetfilterVerdict::accept;
}
rex::Result panics(const rex::Kprobe<"write_null">&) { rex::panic("before it was replaced"); }
rex::Result once(const rex::Once&) { return rex::ok; }
