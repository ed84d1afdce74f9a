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
    : public SkbContext {
 public:
  using result_type = TcAction;

  /// Writes wire data at an offset, in bytes.  Error::invalid where the packet is too short,
  /// Error::busy where memory is; it is unchanged then.
  template <detail::Wire T>
  [[clang::annotate("rex::wire")]] Status write(usize offset, const T& value) {
    return detail::error_of(detail::rex_skb_store(raw(), offset, &value, sizeof(T)));
  }

  /// Mends a TCP or UDP checksum for a change of a field of four bytes.  Unlike
  /// Checksum::replaced(), it knows of checksums that the network card will complete.
  /// Errors as for write().
  /// @param offset         of the checksum
  /// @param pseudo_header  whether the field is one of the IP header
  Status replace_checksum(usize offset, be32 before, be32 after, bool pseudo_header) {
    return detail::error_of(
        detail::rex_skb_replace_checksum(raw(), offset, __builtin_bit_cast(u32, before),
                                         __builtin_bit_cast(u32, after), pseudo_header));
  }
  Status replace_checksum(usize offset, Ipv4 before, Ipv4 after) {
    return replace_checksum(offset, before.address, after.address, true);
  }

  void set_mark(u32 mark) { detail::rex_skb_set_mark(raw(), mark); }

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
