// SPDX-License-Identifier: GPL-2.0-only
/// @file
/// Packets in the kernel's socket buffers, for the hooks that get one.
#pragma once

#include <rex/detail/abi.hpp>
#include <rex/detail/field.hpp>
#include <rex/detail/wire.hpp>
#include <rex/endian.hpp>
#include <rex/error.hpp>
#include <rex/ip.hpp>
#include <rex/option.hpp>
#include <rex/span.hpp>
#include <rex/types.hpp>

namespace rex {

/// The packet of a Tc, Netfilter or CgroupSkb program.  Take a `const SkbContext&` in helper
/// functions that several programs share.
///
/// What read() gives is a copy; nothing of the SDK refers to the packet's memory.  The kernel may
/// hold the packet in pieces and share it with others: reads and writes work nevertheless.
class [[clang::annotate("rex::context")]] SkbContext {
 public:
  SkbContext(const SkbContext&) = delete;
  SkbContext& operator=(const SkbContext&) = delete;

  /// Bytes of the packet.
  usize size() const { return length(); }

  /// Wire data at an offset, in bytes.  Nothing where the packet is too short.
  template <detail::Wire T>
  [[clang::annotate("rex::wire")]] Option<T> read(usize offset) const {
    T value;
    const usize linear = length() - detail::read_field<u32, "sk_buff", "data_len">(this);
    if (offset <= linear && sizeof(T) <= linear - offset) {
      const u64 data = detail::read_field<u64, "sk_buff", "data">(this);
      // SAFETY: the first `linear` bytes of the packet are at `data`, until something is written.
      __builtin_memcpy(&value, reinterpret_cast<const u8*>(data + offset), sizeof(T));
      return value;
    }
    if (detail::rex_skb_load(raw(), offset, &value, sizeof(T)) != 0) return {};
    return value;
  }

  /// Copies as many bytes as `to` has, from an offset on.  False where the packet is too short;
  /// `to` is undefined then.
  bool read_bytes(usize offset, Span<u8> to) const {
    // SAFETY: `to` has as many bytes.
    return detail::rex_skb_load(raw(), offset, detail::SpanMemory::of(to), to.size()) == 0;
  }

  /// Mark of the packet, which routing and netfilter know.
  u32 mark() const { return detail::read_field<u32, "sk_buff", "mark">(this); }

  /// Index of the interface that the packet came from or goes to; 0 without one.
  u32 interface() const { return detail::rex_skb_interface(raw()); }

 protected:
  SkbContext() = default;

  // SAFETY: the runtime passes the address of a struct sk_buff, which is never const.
  detail::rex_skb* raw() const {
    return reinterpret_cast<detail::rex_skb*>(const_cast<SkbContext*>(this));
  }

 private:
  usize length() const { return detail::read_field<u32, "sk_buff", "len">(this); }
};

/// A packet that its program may change.  Helper functions that change packets of several hooks
/// take a `WritableSkb&`.
class [[clang::annotate("rex::context")]] WritableSkb : public SkbContext {
 public:
  /// Writes wire data at an offset, in bytes.  Error::invalid where the packet is too short,
  /// Error::busy where memory is; it is unchanged then.
  template <detail::Wire T>
  [[clang::annotate("rex::wire")]] Status write(usize offset, const T& value) {
    return detail::error_of(detail::rex_skb_store(raw(), offset, &value, sizeof(T)));
  }

  /// Writes bytes, from an offset on.  Errors as for write().
  Status write_bytes(usize offset, Span<const u8> from) {
    // SAFETY: `from` has as many bytes.
    return detail::error_of(
        detail::rex_skb_store(raw(), offset, detail::SpanMemory::of(from), from.size()));
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
  /// The same for a field of two bytes, such as a port, that is no part of the IP header.
  Status replace_checksum(usize offset, be16 before, be16 after) {
    return replace_checksum(offset, be32{before.value()}, be32{after.value()}, false);
  }
  /// The same for an address of the IP header.
  Status replace_checksum(usize offset, Ipv4 before, Ipv4 after) {
    return replace_checksum(offset, before.address, after.address, true);
  }

  void set_mark(u32 mark) { detail::rex_skb_set_mark(raw(), mark); }

 protected:
  WritableSkb() = default;
};

}  // namespace rex
