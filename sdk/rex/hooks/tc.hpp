// SPDX-License-Identifier: GPL-2.0-only
/// @file
/// Programs that see each packet that enters or leaves by a network interface.
#pragma once

#include <rex/skb.hpp>

namespace rex {

/// What becomes of a packet.
enum class TcAction : i32 {
  unspec = -1,   ///< what the next program or filter says
  ok = 0,        ///< goes on
  shot = 2,      ///< dropped
  stolen = 4,    ///< dropped, without being counted as an error
  redirect = 7,  ///< where Tc::redirect() said
  trap = 8,      ///< to the CPU, where hardware asks
};

/// A program with this parameter runs for each packet of an interface, in one direction.
///
///     rex::TcAction mark_dns(rex::Tc& packet) {
///       auto udp = packet.read<rex::UdpHeader>(34);
///       if (udp && udp->destination == rex::be16{53}) packet.set_mark(1);
///       return rex::TcAction::unspec;
///     }
///
/// The interface is given when it is attached: "eth0" and "eth0:ingress" for what comes in,
/// "eth0:egress" for what goes out.  Several programs run one after the other, until one returns
/// something other than unspec.
///
/// The packet starts with its Ethernet header.  A parameter that is not `const` allows to change
/// it. Context: preemption off, interrupts on; softirq for what comes in, softirq or the sender's
/// process for what goes out.  On panic: unspec.  Minimum kernel: 6.1.
class [[clang::annotate("rex::hook", "tc"), clang::annotate("rex::panic_value", -1)]] Tc
    : public WritableSkb {
 public:
  using result_type = TcAction;

  /// Moves the packet's end: a negative number of bytes cuts off, a positive one appends zeros.
  /// Error::invalid where the headers that the kernel has found would be cut, the packet would be
  /// larger than the kernel makes them, or it is encapsulated; Error::busy where memory is.
  /// Checksums and lengths in headers are the program's business; what was to be cut into segments
  /// is not any more.
  Status adjust_tail(i32 bytes) {
    return detail::error_of(detail::rex_skb_adjust_tail(raw(), bytes));
  }

  /// Puts a VLAN tag in front of those that the packet has.  It may be where the network card adds
  /// it, beside the packet and not in its bytes: what read() gives then has not changed.
  /// Error::busy where memory is.
  /// @param type     EtherType::vlan or EtherType::qinq; others are Error::invalid
  /// @param control  identifier (12 bits) and priority, as VlanHeader::control
  Status push_vlan(be16 type, be16 control) {
    return detail::error_of(detail::rex_skb_push_vlan(raw(), type.value(), control.value()));
  }
  /// Removes the outermost VLAN tag; without one nothing happens.  Errors as for push_vlan().
  Status pop_vlan() { return detail::error_of(detail::rex_skb_pop_vlan(raw())); }

  /// Sends the packet out of another interface, if the program returns what this returns.
  /// @param interface  its index, as `ip link` shows
  TcAction redirect(u32 interface) {
    detail::rex_skb_redirect(raw(), interface);
    return TcAction::redirect;
  }

 private:
  Tc() = default;
};

}  // namespace rex
