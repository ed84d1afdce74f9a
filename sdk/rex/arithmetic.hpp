// SPDX-License-Identifier: GPL-2.0-only
/// @file
/// Arithmetic for which overflow is expected, and arithmetic on bits.  The operators themselves
/// panic where a signed result does not fit, and wrap around where it is unsigned.
#pragma once

#include <rex/convert.hpp>
#include <rex/option.hpp>
#include <rex/types.hpp>

namespace rex {

/// The exact result, or nothing where it does not fit.
template <detail::Integer T>
constexpr Option<T> checked_add(T a, T b) {
  T result{};
  if (__builtin_add_overflow(a, b, &result)) return {};
  return result;
}
template <detail::Integer T>
constexpr Option<T> checked_sub(T a, T b) {
  T result{};
  if (__builtin_sub_overflow(a, b, &result)) return {};
  return result;
}
template <detail::Integer T>
constexpr Option<T> checked_mul(T a, T b) {
  T result{};
  if (__builtin_mul_overflow(a, b, &result)) return {};
  return result;
}
/// Nothing where b is 0, or where the result does not fit.
template <detail::Integer T>
constexpr Option<T> checked_div(T a, T b) {
  if (b == 0 || (b == static_cast<T>(-1) && min_value<T> < 0 && a == min_value<T>)) return {};
  return static_cast<T>(a / b);
}

/// The low bits of the result.
template <detail::Integer T>
constexpr T wrapping_add(T a, T b) {
  T result{};
  (void)__builtin_add_overflow(a, b, &result);
  return result;
}
template <detail::Integer T>
constexpr T wrapping_sub(T a, T b) {
  T result{};
  (void)__builtin_sub_overflow(a, b, &result);
  return result;
}
template <detail::Integer T>
constexpr T wrapping_mul(T a, T b) {
  T result{};
  (void)__builtin_mul_overflow(a, b, &result);
  return result;
}

/// The nearest value that fits.
template <detail::Integer T>
constexpr T saturating_add(T a, T b) {
  return checked_add(a, b).value_or(b < T{} ? min_value<T> : max_value<T>);
}
template <detail::Integer T>
constexpr T saturating_sub(T a, T b) {
  return checked_sub(a, b).value_or(b < T{} ? max_value<T> : min_value<T>);
}

/// Bits that are one.
template <detail::Integer T>
constexpr u32 count_ones(T value) {
  u32 count = 0;
  for (u32 i = 0; i < sizeof(T) * 8; ++i) count += (static_cast<u64>(value) >> i) & 1;
  return count;
}

/// Zeros above the highest bit that is one; all of them where there is none.
template <detail::Integer T>
constexpr u32 leading_zeros(T value) {
  return value == 0 ? sizeof(T) * 8
                    : static_cast<u32>(__builtin_clzg(static_cast<__make_unsigned(T)>(value)));
}

/// Zeros below the lowest bit that is one; all of them where there is none.
template <detail::Integer T>
constexpr u32 trailing_zeros(T value) {
  return value == 0 ? sizeof(T) * 8
                    : static_cast<u32>(__builtin_ctzg(static_cast<__make_unsigned(T)>(value)));
}

/// Bits that leave at the top come in at the bottom.  Any distance.
template <detail::Integer T>
  requires(T(0) < T(-1))
constexpr T rotate_left(T value, u32 distance) {
  constexpr u32 bits = sizeof(T) * 8;
  const u32 left = distance % bits;
  return left == 0 ? value : static_cast<T>((value << left) | (value >> (bits - left)));
}
template <detail::Integer T>
  requires(T(0) < T(-1))
constexpr T rotate_right(T value, u32 distance) {
  constexpr u32 bits = sizeof(T) * 8;
  return rotate_left(value, bits - distance % bits);
}

/// |value| as an unsigned number, which always fits.
template <detail::Integer T>
constexpr __make_unsigned(T) magnitude(T value) {
  using Unsigned = __make_unsigned(T);
  return value < T{} ? static_cast<Unsigned>(Unsigned{} - static_cast<Unsigned>(value))
                     : static_cast<Unsigned>(value);
}

}  // namespace rex
