// SPDX-License-Identifier: GPL-2.0-only
/// @file
/// Formats that are checked when they are compiled, and arguments as the log carries them.
#pragma once

#include <rex/detail/abi.hpp>
#include <rex/endian.hpp>
#include <rex/ip.hpp>
#include <rex/kernel.hpp>
#include <rex/mac.hpp>
#include <rex/text.hpp>
#include <rex/types.hpp>

namespace rex::detail {

/// What presentations an argument has.
enum class LogKind : u8 { number, boolean, text };

/// How an argument of a type crosses: kind, the most bytes it takes, and write(), which returns how
/// many it took.
template <class T>
struct LogArgument {
  static_assert(
      sizeof(T) == 0,
      "this cannot be printed: print numbers, enumerations, bool, rex::Text and addresses, "
      "and the members of a structure one by one");
  // So that this one error is all there is to say.
  static constexpr LogKind kind = LogKind::number;
  static constexpr usize size = 0;
  static usize write(u8*, const T&) { return 0; }
};

template <class T>
[[gnu::always_inline]] inline usize write_number(u8* to, T value) {
  const u64 wide = static_cast<u64>(value);
  to[0] = __is_signed(T) ? REX_LOG_SIGNED : REX_LOG_UNSIGNED;
  __builtin_memcpy(to + 1, &wide, sizeof wide);
  return 1 + sizeof wide;
}

template <class T>
  requires(__is_integral(T) && !__is_same(T, bool) && sizeof(T) <= 8)
struct LogArgument<T> {
  static constexpr LogKind kind = LogKind::number;
  static constexpr usize size = 9;
  static usize write(u8* to, T value) { return write_number(to, value); }
};
template <class T>
  requires(__is_enum(T))
struct LogArgument<T> {
  static constexpr LogKind kind = LogKind::number;
  static constexpr usize size = 9;
  static usize write(u8* to, T value) {
    return write_number(to, static_cast<__underlying_type(T)>(value));
  }
};
template <>
struct LogArgument<bool> {
  static constexpr LogKind kind = LogKind::boolean;
  static constexpr usize size = 2;
  static usize write(u8* to, bool value) {
    to[0] = REX_LOG_BOOL;
    to[1] = value;
    return 2;
  }
};
template <usize Capacity>
  requires(Capacity <= 255)
struct LogArgument<Text<Capacity>> {
  static constexpr LogKind kind = LogKind::text;
  static constexpr usize size = 2 + Capacity;
  static usize write(u8* to, const Text<Capacity>& text) {
    const usize length = text.size();
    to[0] = REX_LOG_TEXT;
    to[1] = static_cast<u8>(length);
    // All of it: so many bytes are a few instructions.
    __builtin_memcpy(to + 2, TextBytes::data(text), Capacity);
    return 2 + length;
  }
};
template <class T>
struct LogArgument<BigEndian<T>> {
  static constexpr LogKind kind = LogKind::number;
  static constexpr usize size = 9;
  static usize write(u8* to, const BigEndian<T>& value) { return write_number(to, value.value()); }
};
template <FixedString Structure>
struct LogArgument<kernel::Pointer<Structure>> {
  static constexpr LogKind kind = LogKind::number;
  static constexpr usize size = 9;
  static usize write(u8* to, const kernel::Pointer<Structure>& value) {
    return write_number(to, value.address());
  }
};
template <>
struct LogArgument<Ipv4> {
  static constexpr LogKind kind = LogKind::text;
  static constexpr usize size = 5;
  static usize write(u8* to, const Ipv4& address) {
    to[0] = REX_LOG_IPV4;
    __builtin_memcpy(to + 1, &address, 4);
    return size;
  }
};
template <>
struct LogArgument<Mac> {
  static constexpr LogKind kind = LogKind::text;
  static constexpr usize size = 7;
  static usize write(u8* to, const Mac& address) {
    to[0] = REX_LOG_MAC;
    __builtin_memcpy(to + 1, &address, 6);
    return size;
  }
};

// What is wrong with a format.  Never defined, and no constant: the compiler names the one that is
// called.
void format_has_a_brace_that_nothing_closes();
void format_has_a_closing_brace_alone_write_two();
void format_has_fewer_placeholders_than_there_are_arguments();
void format_has_more_placeholders_than_there_are_arguments();
void format_numbers_its_arguments_which_is_not_offered();
void format_has_a_presentation_that_its_argument_has_not();

/// Checks what follows the ':' of a placeholder: [[fill]align]['#']['0'][width][presentation].
/// The index of its closing brace.
consteval usize check_presentation(const char* text, usize size, usize at, LogKind kind) {
  const auto is_align = [](char c) { return c == '<' || c == '>' || c == '^'; };
  if (at + 1 < size && is_align(text[at + 1]) && text[at] != '{' && text[at] != '}')
    at += 2;
  else if (at < size && is_align(text[at]))
    ++at;
  if (at < size && text[at] == '#') {
    if (kind != LogKind::number) format_has_a_presentation_that_its_argument_has_not();
    ++at;
  }
  if (at < size && text[at] == '0') {
    if (kind != LogKind::number) format_has_a_presentation_that_its_argument_has_not();
    ++at;
  }
  for (usize digits = 0; at < size && text[at] >= '0' && text[at] <= '9'; ++at)
    if (++digits > 3) format_has_a_presentation_that_its_argument_has_not();
  if (at < size && text[at] != '}') {
    bool known = false;
    for (const char c : "dxXob") known |= c != 0 && text[at] == c;
    if (kind == LogKind::number ? !known : text[at] != 's')
      format_has_a_presentation_that_its_argument_has_not();
    ++at;
  }
  if (at >= size || text[at] != '}') format_has_a_presentation_that_its_argument_has_not();
  return at;
}

/// More than fit into a line.
struct LogKinds {
  LogKind kinds[REX_LOG_ARGUMENTS_MAX]{};
};

/// Compiles where the format fits the kinds.
consteval void check_format(const char* text, usize size, LogKinds arguments, usize count) {
  usize next = 0;
  for (usize at = 0; at < size; ++at) {
    if (text[at] == '}') {
      if (at + 1 >= size || text[at + 1] != '}') format_has_a_closing_brace_alone_write_two();
      ++at;
    } else if (text[at] == '{') {
      if (++at >= size) format_has_a_brace_that_nothing_closes();
      if (text[at] == '{') continue;
      if (text[at] >= '0' && text[at] <= '9') format_numbers_its_arguments_which_is_not_offered();
      if (next == count) format_has_more_placeholders_than_there_are_arguments();
      if (text[at] == ':')
        at = check_presentation(text, size, at + 1, arguments.kinds[next]);
      else if (text[at] != '}')
        format_has_a_brace_that_nothing_closes();
      ++next;
    }
  }
  if (next != count) format_has_fewer_placeholders_than_there_are_arguments();
}

}  // namespace rex::detail
