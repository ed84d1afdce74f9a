// SPDX-License-Identifier: GPL-2.0-only
/// @file
/// Programs that see each packet at a hook of the IP stacks.
#pragma once

#include <rex/fixed_string.hpp>
#include <rex/skb.hpp>

namespace rex {

/// What becomes of a packet.
enum class NetfilterVerdict : u32 {
  drop = 0,    ///< dropped; who sends it is told that it is not permitted
  accept = 1,  ///< on to the next hook
  queue = 3,   ///< to the program that reads netfilter's queue 0; dropped where nobody does
};

/// A program with this parameter runs for each packet at a hook of netfilter, where iptables and
/// nftables have their rules.
///
///     rex::NetfilterVerdict no_telnet(const rex::Netfilter<"ip:input">& packet) {
///       auto ip = packet.read<rex::Ipv4Header>(0);
///       if (!ip || ip->protocol != rex::IpProtocol::tcp) return rex::NetfilterVerdict::accept;
///       auto tcp = packet.read<rex::TcpHeader>(ip->header_size());
///       return tcp && tcp->destination == rex::be16{23} ? rex::NetfilterVerdict::drop
///                                                       : rex::NetfilterVerdict::accept;
///     }
///
/// Family: ip, ip6, or inet for both.  Hook: prerouting, input, forward, output, postrouting.
/// Priority, which orders what is at the same hook, smaller first: a number, or one of nftables'
/// names raw (-300), mangle (-150), dstnat (-100), filter (0), security (50), srcnat (100).
/// Packets are those of the network namespace in which it is attached.
///
/// The packet starts with its IP header; fragments are put together before `input`.  A parameter
/// that is not `const` allows to change it: lengths stay, and checksums are the program's business.
/// Context: preemption off, interrupts on; softirq, or the sender's process.  On panic: accept.
/// Minimum kernel: 6.1.
/// @tparam Place  "FAMILY:HOOK" or "FAMILY:HOOK:PRIORITY"; empty where the loader gives it
template <FixedString Place = "">
class [[clang::annotate("rex::hook", "netfilter"), clang::annotate("rex::panic_value", 1)]]
Netfilter : public WritableSkb {
 public:
  using result_type = NetfilterVerdict;

  /// Index of the interface that the packet came by; 0 where it was made here, or past routing.
  u32 incoming_interface() const { return detail::rex_netfilter_interface(0); }
  /// Index of the interface that it goes out by; 0 where that is not known yet.
  u32 outgoing_interface() const { return detail::rex_netfilter_interface(1); }

 private:
  Netfilter() = default;
};

}  // namespace rex
