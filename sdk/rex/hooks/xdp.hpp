// SPDX-License-Identifier: GPL-2.0-only
/// @file
/// Programs that see each packet that a network interface receives, before the kernel does.
#pragma once

#include <rex/detail/abi.hpp>
#include <rex/detail/field.hpp>
#include <rex/detail/wire.hpp>
#include <rex/error.hpp>
#include <rex/option.hpp>
#include <rex/span.hpp>
#include <rex/types.hpp>

namespace rex {

/// What becomes of a packet.
enum class XdpAction : u32 {
  aborted,   ///< dropped, and told to the tracepoint xdp:xdp_exception
  drop,      ///< dropped
  pass,      ///< on to the network stack
  tx,        ///< out of the interface it came from
  redirect,  ///< where Xdp::redirect() said
};

/// A program with this parameter runs for each packet that an interface receives.
///
///     rex::XdpAction filter(const rex::Xdp& packet) {
///       auto ethernet = packet.read<rex::EthernetHeader>(0);
///       return ethernet && ethernet->type == rex::EtherType::arp ? rex::XdpAction::drop
///                                                                : rex::XdpAction::pass;
///     }
///
/// The interface is given when it is attached: "eth0"; "eth0:native" wants the driver to run it,
/// "eth0:generic" runs it in the network stack, which works on every interface.  One program an
/// interface and mode.
///
/// The packet is linear: all its bytes can be read.  What read() gives is a copy; nothing of the
/// SDK refers to the packet's memory.  A parameter that is not `const` allows to change the packet.
/// Context: preemption off, interrupts on, softirq.  On panic: pass.  Minimum kernel: 6.1.
class [[clang::annotate("rex::hook", "xdp"), clang::annotate("rex::panic_value", 2)]] Xdp {
 public:
  using result_type = XdpAction;

  Xdp(const Xdp&) = delete;
  Xdp& operator=(const Xdp&) = delete;

  /// Bytes of the packet, from the Ethernet header on.
  usize size() const { return end() - begin(); }

  /// Wire data at an offset, in bytes.  Nothing where the packet is too short.
  template <detail::Wire T>
  [[clang::annotate("rex::wire")]] Option<T> read(usize offset) const {
    if (!has(offset, sizeof(T))) return {};
    T value;
    // SAFETY: has() saw that the bytes lie in the packet, which stays where it is for the run.
    __builtin_memcpy(&value, at(offset), sizeof(T));
    return value;
  }

  /// Writes wire data at an offset, in bytes.  Error::invalid where the packet is too short; it is
  /// unchanged then.
  template <detail::Wire T>
  [[clang::annotate("rex::wire")]] Status write(usize offset, const T& value) {
    if (!has(offset, sizeof(T))) return Error::invalid;
    // SAFETY: as for read(); an XDP program owns the packet.
    __builtin_memcpy(at(offset), &value, sizeof(T));
    return {};
  }

  /// Copies as many bytes as `to` has, from an offset on.  False where the packet is too short;
  /// `to` is unchanged then.
  bool read_bytes(usize offset, Span<u8> to) const {
    if (!has(offset, to.size())) return false;
    // SAFETY: as for read(); `to` has as many bytes.
    __builtin_memcpy(detail::SpanMemory::of(to), at(offset), to.size());
    return true;
  }

  /// Writes bytes, from an offset on.  Error::invalid as for write().
  Status write_bytes(usize offset, Span<const u8> from) {
    if (!has(offset, from.size())) return Error::invalid;
    // SAFETY: as for write(); `from` has as many bytes.
    __builtin_memcpy(at(offset), detail::SpanMemory::of(from), from.size());
    return {};
  }

  /// Moves the packet's start: a negative number of bytes makes room in front, with undefined
  /// contents; a positive one cuts bytes off.  Error::invalid where there is not so much room, or
  /// less than an Ethernet header would be left.
  Status adjust_head(i32 bytes) {
    return detail::error_of(detail::rex_xdp_adjust_head(raw(), bytes));
  }

  /// Moves the packet's end: a negative number of bytes cuts off, a positive one appends zeros.
  /// Error::invalid as for adjust_head().
  Status adjust_tail(i32 bytes) {
    return detail::error_of(detail::rex_xdp_adjust_tail(raw(), bytes));
  }

  /// Sends the packet out of another interface, if the program returns what this returns.
  /// @param interface  its index, as `ip link` shows
  XdpAction redirect(u32 interface) {
    detail::rex_xdp_redirect(raw(), interface);
    return XdpAction::redirect;
  }

  /// Index of the interface that received the packet.
  u32 interface() const { return detail::rex_xdp_interface(raw()); }

 private:
  Xdp() = default;

  u64 begin() const { return detail::read_field<u64, "xdp_buff", "data">(this); }
  u64 end() const { return detail::read_field<u64, "xdp_buff", "data_end">(this); }

  bool has(usize offset, usize count) const {
    const usize have = size();
    return offset <= have && count <= have - offset;
  }
  u8* at(usize offset) const { return reinterpret_cast<u8*>(begin() + offset); }

  // SAFETY: the runtime passes the address of a struct xdp_buff, which is never const.
  detail::rex_xdp* raw() const {
    return reinterpret_cast<detail::rex_xdp*>(const_cast<Xdp*>(this));
  }
};

}  // namespace rex
