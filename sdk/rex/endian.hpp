// SPDX-License-Identifier: GPL-2.0-only
/// @file
/// Integers in network byte order.
#pragma once

#include <rex/types.hpp>

namespace rex {

/// An unsigned integer, most significant byte first, at any address: structs of these and of
/// bytes have no holes, and need no `packed`.  Wire data.
///
///     struct Udp { rex::be16 source, destination, length, checksum; };
template <class T>
  requires(__is_unsigned(T) && !__is_same(T, bool))
class [[clang::annotate("rex::wire")]] BigEndian {
 public:
  constexpr BigEndian() = default;
  constexpr BigEndian(T value) {
    for (usize i = 0; i < sizeof(T); ++i)
      bytes_[i] = static_cast<u8>(value >> (8 * (sizeof(T) - 1 - i)));
  }

  /// As a number of this machine.
  constexpr T value() const {
    T result = 0;
    for (usize i = 0; i < sizeof(T); ++i)
      result = static_cast<T>(static_cast<u64>(result) << 8 | bytes_[i]);
    return result;
  }

  friend constexpr bool operator==(const BigEndian& a, const BigEndian& b) {
    return a.value() == b.value();
  }

 private:
  u8 bytes_[sizeof(T)]{};
};

using be16 = BigEndian<u16>;
using be32 = BigEndian<u32>;
using be64 = BigEndian<u64>;

}  // namespace rex
