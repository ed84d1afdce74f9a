// SPDX-License-Identifier: GPL-2.0-only
/// @file
/// Wire data as bytes, and back.
#pragma once

#include <rex/array.hpp>
#include <rex/detail/wire.hpp>
#include <rex/option.hpp>
#include <rex/span.hpp>
#include <rex/types.hpp>

namespace rex {

/// Reads wire data from the start of bytes.  Nothing where there are too few.
///
///     if (auto udp = rex::from_bytes<Udp>(packet.from(34))) …
template <detail::Wire T>
[[clang::annotate("rex::wire")]] constexpr Option<T> from_bytes(Span<const u8> bytes) {
  if (bytes.size() < sizeof(T)) return {};
  Array<u8, sizeof(T)> copy{};
  for (usize i = 0; i < sizeof(T); ++i) copy[i] = bytes[i];
  // SAFETY: every pattern of bytes is a value of wire data; the checker's rule `wire`.
  return __builtin_bit_cast(T, copy);
}

/// The bytes of wire data, in memory order.
template <detail::Wire T>
[[clang::annotate("rex::wire")]] constexpr Array<u8, sizeof(T)> to_bytes(const T& value) {
  // SAFETY: wire data has no byte without a meaning.
  using Bytes = Array<u8, sizeof(T)>;
  return __builtin_bit_cast(Bytes, value);
}

/// The same bytes as another type of the same size.
template <detail::Wire To, detail::Wire From>
  requires(sizeof(To) == sizeof(From))
[[clang::annotate("rex::wire")]] constexpr To bit_cast(const From& value) {
  return __builtin_bit_cast(To, value);
}

}  // namespace rex
