// SPDX-License-Identifier: GPL-2.0-only
/// @file
/// Internet addresses.
#pragma once

#include <rex/array.hpp>
#include <rex/endian.hpp>
#include <rex/types.hpp>

namespace rex {

/// An IPv4 address: Ipv4{192, 168, 0, 1}.  Wire data, in network byte order.
struct [[clang::annotate("rex::wire")]] Ipv4 {
  be32 address{};

  constexpr Ipv4() = default;
  constexpr explicit Ipv4(u32 number) : address{number} {}
  constexpr Ipv4(u8 a, u8 b, u8 c, u8 d)
      : address{static_cast<u32>(a) << 24 | static_cast<u32>(b) << 16 | static_cast<u32>(c) << 8 |
                d} {}

  /// As a number: 192.168.0.1 is 0xc0a80001.
  constexpr u32 value() const { return address.value(); }

  /// Whether the first `bits` bits are those of a network.  32 and more compare all of them.
  constexpr bool in(Ipv4 network, u32 bits) const {
    const u32 mask = bits == 0 ? 0 : bits >= 32 ? ~0u : ~0u << (32 - bits);
    return (value() & mask) == (network.value() & mask);
  }

  friend constexpr bool operator==(const Ipv4& a, const Ipv4& b) { return a.address == b.address; }
};

/// An IPv6 address, byte by byte.  Wire data.
struct [[clang::annotate("rex::wire")]] Ipv6 {
  Array<u8, 16> bytes{};

  /// Whether the first `bits` bits are those of a network.  128 and more compare all of them.
  constexpr bool in(const Ipv6& network, u32 bits) const {
    for (u32 i = 0; i < 16 && 8 * i < bits; ++i) {
      const u32 left = bits - 8 * i;
      const u32 mask = left >= 8 ? 0xff : 0xffu << (8 - left) & 0xff;
      if ((bytes[i] & mask) != (network.bytes[i] & mask)) return false;
    }
    return true;
  }

  friend constexpr bool operator==(const Ipv6& a, const Ipv6& b) { return a.bytes == b.bytes; }
};

}  // namespace rex
