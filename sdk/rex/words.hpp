// SPDX-License-Identifier: GPL-2.0-only
/// @file
/// Text in bytes, as protocols of lines have it: "set key 0 0 5".
#pragma once

#include <rex/arithmetic.hpp>
#include <rex/convert.hpp>
#include <rex/fixed_string.hpp>
#include <rex/option.hpp>
#include <rex/span.hpp>
#include <rex/types.hpp>

namespace rex {

namespace detail {

template <FixedString Word>
constexpr bool is_word(Span<const u8> text) {
  constexpr usize size = sizeof(Word.text) - 1;
  if (text.size() != size) return false;
  for (usize i = 0; i < size; ++i)
    if (text[i] != static_cast<u8>(Word.text[i])) return false;
  return true;
}

}  // namespace detail

/// Whether bytes are one of some texts: is_one_of<"get", "gets">(bytes).
template <FixedString... Words>
constexpr bool is_one_of(Span<const u8> text) {
  return (detail::is_word<Words>(text) || ...);
}

/// A word of a line, the first is 0: bytes between blanks.  Empty where there are not as many.
constexpr Span<const u8> word(Span<const u8> line, usize index) {
  usize at = 0;
  while (true) {
    while (at < line.size() && line[at] == ' ') ++at;
    usize size = 0;
    while (at + size < line.size() && line[at + size] != ' ') ++size;
    if (index == 0 || size == 0) return line.part(at, size);
    --index;
    at += size;
  }
}

/// How many words a line has.
constexpr usize count_words(Span<const u8> line) {
  usize count = 0;
  bool in_word = false;
  for (usize i = 0; i < line.size(); ++i) {
    if (line[i] != ' ' && !in_word) ++count;
    in_word = line[i] != ' ';
  }
  return count;
}

/// A decimal number, "-5" too where T is signed.  Nothing where it is none or does not fit.
template <detail::Integer T>
constexpr Option<T> parse(Span<const u8> digits) {
  const bool is_negative = digits.size() > 1 && digits[0] == '-' && min_value<T> < T{};
  if (digits.empty()) return {};
  T value{};
  for (usize i = is_negative ? 1 : 0; i < digits.size(); ++i) {
    if (digits[i] < '0' || digits[i] > '9') return {};
    const auto tens = checked_mul(value, T{10});
    if (!tens) return {};
    const T digit = static_cast<T>(digits[i] - '0');
    const auto next = is_negative ? checked_sub(*tens, digit) : checked_add(*tens, digit);
    if (!next) return {};
    value = *next;
  }
  return value;
}

}  // namespace rex
