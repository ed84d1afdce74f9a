// SPDX-License-Identifier: GPL-2.0-only
/// @file
/// Programs that see each packet of the sockets of a control group.
#pragma once

#include <rex/skb.hpp>

namespace rex {

/// What becomes of a packet.
enum class CgroupAction : i32 {
  drop = 0,
  pass = 1,
};

/// A program with this parameter runs for each IP packet that the sockets of a control group, and
/// of those below it, send or receive.
///
///     rex::CgroupAction no_udp(const rex::CgroupSkb& packet) {
///       auto ip = packet.read<rex::Ipv4Header>(0);
///       return ip && ip->protocol == rex::IpProtocol::udp ? rex::CgroupAction::drop
///                                                         : rex::CgroupAction::pass;
///     }
///
/// The control group is given when it is attached, by its path: "/sys/fs/cgroup/web" and
/// "/sys/fs/cgroup/web:ingress" for what is received, "/sys/fs/cgroup/web:egress" for what is sent.
/// Several programs run one after the other; one that drops is enough.
///
/// The packet starts with its IP header and cannot be changed.
/// Context: preemption off, interrupts on; softirq or the sender's process.  On panic: pass.
/// Minimum kernel: 6.12.
class [[clang::annotate("rex::hook", "cgroup_skb"), clang::annotate("rex::panic_value", 1)]]
CgroupSkb : public SkbContext {
 public:
  using result_type = CgroupAction;

 private:
  CgroupSkb() = default;
};

}  // namespace rex
