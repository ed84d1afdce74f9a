// SPDX-License-Identifier: GPL-2.0-only
/// @file
/// Numbers that are known when an extension is loaded: what the kernel's BTF says.
#pragma once

#include <rex/array.hpp>
#include <rex/detail/abi.hpp>
#include <rex/fixed_string.hpp>
#include <rex/text.hpp>
#include <rex/types.hpp>

namespace rex::detail {

/// Several texts as one.
template <FixedString... Parts>
consteval auto joined() {
  // Each part without its NUL, and one at the end.
  char text[(sizeof(Parts.text) + ... + 1) - sizeof...(Parts)]{};
  usize at = 0;
  const auto append = [&](const auto& part) {
    for (usize i = 0; i + 1 < sizeof part.text; ++i) text[at++] = part.text[i];
  };
  (append(Parts), ...);
  return FixedString(text);
}

template <usize Number>
consteval auto decimal() {
  constexpr usize digits = [] {
    usize count = 1;
    for (usize rest = Number; rest >= 10; rest /= 10) ++count;
    return count;
  }();
  char text[digits + 1]{};
  usize rest = Number;
  for (usize i = digits; i > 0; rest /= 10) text[--i] = static_cast<char>('0' + rest % 10);
  return FixedString(text);
}

template <class T>
concept KernelScalar = __is_same(T, bool) || (__is_integral(T) && sizeof(T) <= 8);

template <class T>
inline constexpr usize text_capacity = 0;
template <usize Capacity>
inline constexpr usize text_capacity<Text<Capacity>> = Capacity;

template <class T>
struct ArrayType {
  static constexpr usize size = 0;
};
template <class T, usize Size>
struct ArrayType<Array<T, Size>> {
  using element = T;
  static constexpr usize size = Size;
};

/// What a field can be read as.
template <class T>
concept KernelValue = KernelScalar<T> || text_capacity<T> != 0 ||
                      (ArrayType<T>::size != 0 && KernelScalar<typename ArrayType<T>::element>);

/// A type as the loader knows it: "u32", "bool", "char[16]", "i64[4]".
template <KernelValue T>
consteval auto kernel_type_name() {
  if constexpr (__is_same(T, bool)) {
    return FixedString("bool");
  } else if constexpr (KernelScalar<T>) {
    constexpr FixedString bits = decimal<sizeof(T) * 8>();
    if constexpr (__is_signed(T))
      return joined<"i", bits>();
    else
      return joined<"u", bits>();
  } else if constexpr (text_capacity<T> != 0) {
    return joined<"char[", decimal<text_capacity<T>>(), "]">();
  } else {
    return joined<kernel_type_name<typename ArrayType<T>::element>(), "[",
                  decimal<ArrayType<T>::size>(), "]">();
  }
}

/// Whether a text is a name of C, or with `path` names joined by '.' and indices in brackets.
template <FixedString Name>
consteval bool is_kernel_name(bool path) {
  for (usize i = 0; i + 1 < sizeof Name.text; ++i) {
    const char c = Name.text[i];
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    const bool digit = c >= '0' && c <= '9';
    if (!letter && !(digit && i > 0) && !(path && i > 0 && (c == '.' || c == '[' || c == ']')))
      return false;
  }
  return sizeof Name.text > 1;
}

/// The text of a question to the kernel's BTF: "offset:u32:task_struct:prio".
template <FixedString... Parts>
inline constexpr auto kernel_question = joined<Parts...>();

/// The answer.  The instrumentation makes a symbol of each question, which the loader fixes to the
/// answer: an instruction has it as its operand.
template <FixedString What, FixedString... Parts>
[[gnu::always_inline]] inline u64 kernel_symbol() {
  return rex_kernel_symbol(kernel_question<What, joined<":", Parts>()...>.text);
}

/// The same for what is no offset from an address.  The compiler takes a symbol for an address,
/// which is never 0 and cut to a byte when a shift needs no more.
template <FixedString What, FixedString... Parts>
[[gnu::always_inline]] inline u64 kernel_number() {
  u64 number = kernel_symbol<What, Parts...>();
  // SAFETY: no instruction; the compiler forgets where the value is from.
  asm("" : "+r"(number));
  return number;
}

}  // namespace rex::detail
