// SPDX-License-Identifier: GPL-2.0-only
/// @file
/// Ethernet addresses.
#pragma once

#include <rex/array.hpp>
#include <rex/types.hpp>

namespace rex {

/// A MAC address: Mac{0x52, 0x54, 0, 0x12, 0x34, 0x56}.  Wire data.
struct [[clang::annotate("rex::wire")]] Mac {
  Array<u8, 6> bytes{};

  constexpr Mac() = default;
  constexpr Mac(u8 a, u8 b, u8 c, u8 d, u8 e, u8 f) : bytes{a, b, c, d, e, f} {}

  constexpr bool is_broadcast() const { return *this == Mac{255, 255, 255, 255, 255, 255}; }
  constexpr bool is_multicast() const { return bytes[0] & 1; }

  friend constexpr bool operator==(const Mac& a, const Mac& b) { return a.bytes == b.bytes; }
};

}  // namespace rex
