// SPDX-License-Identifier: GPL-2.0-only
/// @file
/// Conversions between integer types that keep the value, or say that they cannot.
#pragma once

#include <rex/detail/abi.hpp>
#include <rex/option.hpp>
#include <rex/types.hpp>

namespace rex {

namespace detail {

template <class T>
concept Integer = __is_integral(T) && !__is_same(T, bool);

/// Whether a value is the same number in another type.
template <Integer To, Integer From>
constexpr bool fits(From value) {
  const To converted = static_cast<To>(value);
  return static_cast<From>(converted) == value && (converted < To{}) == (value < From{});
}

template <Integer T>
inline constexpr T largest =
    static_cast<T>(T(-1) < T(0) ? (1ull << (sizeof(T) * 8 - 1)) - 1 : ~0ull);
template <Integer T>
inline constexpr T smallest = static_cast<T>(-largest<T> - 1);
template <Integer T>
  requires(!(T(-1) < T(0)))
inline constexpr T smallest<T> = 0;

}  // namespace detail

/// The smallest and the largest value of an integer type.
template <detail::Integer T>
inline constexpr T min_value = detail::smallest<T>;
template <detail::Integer T>
inline constexpr T max_value = detail::largest<T>;

/// The same number in another type.  Panics where it has none: narrow<u8>(300).
template <detail::Integer To, detail::Integer From>
[[gnu::always_inline]] constexpr To narrow(From value) {
  if (!detail::fits<To>(value))
    detail::rex_trap(detail::REX_PANIC_CONVERSION, static_cast<u64>(value), 0, sizeof(From) * 8,
                     nullptr);
  return static_cast<To>(value);
}

/// The same number in another type, or nothing.
template <detail::Integer To, detail::Integer From>
constexpr Option<To> try_narrow(From value) {
  if (!detail::fits<To>(value)) return {};
  return static_cast<To>(value);
}

/// The nearest number in another type.
template <detail::Integer To, detail::Integer From>
constexpr To saturate(From value) {
  if (detail::fits<To>(value)) return static_cast<To>(value);
  return value < From{} ? min_value<To> : max_value<To>;
}

/// The low bits of a number, whatever they mean.
template <detail::Integer To, detail::Integer From>
constexpr To truncate(From value) {
  return static_cast<To>(value);
}

/// The number of an enum's value.
template <class Enum>
  requires __is_enum
(Enum) constexpr auto to_underlying(Enum value) {
  return static_cast<__underlying_type(Enum)>(value);
}

/// The value of an enum with a number, or nothing: enum_from<State::idle, State::busy>(number).
template <auto First, decltype(First)... Rest>
  requires __is_enum
(decltype(First)) constexpr Option<decltype(First)> enum_from(
    __underlying_type(decltype(First)) number) {
  if (number == to_underlying(First)) return First;
  if constexpr (sizeof...(Rest) > 0)
    return enum_from<Rest...>(number);
  else
    return {};
}

}  // namespace rex
