// SPDX-License-Identifier: GPL-2.0-only
/// @file
/// Reading fields of kernel objects that are known to be live.
#pragma once

#include <rex/array.hpp>
#include <rex/detail/kernel_symbol.hpp>
#include <rex/option.hpp>
#include <rex/text.hpp>
#include <rex/types.hpp>

namespace rex::detail {

/// A value at an address of the kernel that holds one of that type.
template <KernelValue T>
[[gnu::always_inline]] inline T load_value(u64 address) {
  // SAFETY: callers have the address of a live object and an offset that the loader has checked:
  // the structure has a field of that type there.  The loads are relaxed-atomic: the kernel writes
  // the field at any time, and a torn value must not be seen.
  if constexpr (__is_same(T, bool)) {
    return __atomic_load_n(reinterpret_cast<const u8*>(address), __ATOMIC_RELAXED) != 0;
  } else if constexpr (KernelScalar<T>) {
    return __atomic_load_n(reinterpret_cast<const T*>(address), __ATOMIC_RELAXED);
  } else if constexpr (text_capacity<T> != 0) {
    const char* from = reinterpret_cast<const char*>(address);
    return TextBytes::copy<text_capacity<T>>(
        [from](usize i) { return __atomic_load_n(from + i, __ATOMIC_RELAXED); });
  } else {
    using Element = typename ArrayType<T>::element;
    T values{};
    for (usize i = 0; i < ArrayType<T>::size; ++i)
      values[i] = load_value<Element>(address + i * sizeof(Element));
    return values;
  }
}

/// A field of the contract's: read_field<u32, "sk_buff", "mark">(packet).
template <KernelValue T, FixedString Structure, FixedString Name, class Object>
[[gnu::always_inline]] inline T read_field(const Object* object) {
  return load_value<T>(reinterpret_cast<u64>(object) +
                       kernel_symbol<"offset", kernel_type_name<T>(), Structure, Name>());
}

/// A bit-field of the unit it is stored in, or a whole field, where the shifts leave all bits.
template <KernelScalar T>
[[gnu::always_inline]] inline T extract_bits(T unit, u64 left, u64 right) {
  // Both are below 64: the loader computes them from a width of 1 to 64.
  const u64 shifted = static_cast<u64>(unit) << (left & 63);
  if constexpr (__is_signed(T))
    return static_cast<T>(static_cast<i64>(shifted) >> (right & 63));
  else
    return static_cast<T>(shifted >> (right & 63));
}

/// The questions about a field.  Each further name is another name of it, in other kernels.
/// Types are those of kernel_type_name(), or "*S" for a pointer to a struct S, "=S" for such a
/// struct itself, "u32[]" for an array of any size; with a '?' at the end where the answer is 0 for
/// a kernel without the field, which is asked about with exists() first.
template <FixedString Structure, FixedString... Names>
struct KernelField {
  static_assert(is_kernel_name<Structure>(false), "a structure is named as in C: task_struct");
  static_assert(sizeof...(Names) > 0 && (is_kernel_name<Names>(true) && ...),
                "a field is named as in C: prio, se.sum_exec_runtime, numa_faults_locality[2]");

  template <FixedString Type>
  [[gnu::always_inline]] static u64 offset() {
    return kernel_symbol<"offset", Type, Structure, Names...>();
  }
  /// Of the unit that a bit-field is stored in.
  template <FixedString Type>
  [[gnu::always_inline]] static u64 unit() {
    return kernel_symbol<"unit", Type, Structure, Names...>();
  }
  template <FixedString Type, KernelScalar T>
  [[gnu::always_inline]] static T bits_of(T unit) {
    return extract_bits(unit, kernel_number<"left", Type, Structure, Names...>(),
                        kernel_number<"right", Type, Structure, Names...>());
  }
  /// Elements of an array.
  template <FixedString Type>
  [[gnu::always_inline]] static u64 count() {
    return kernel_number<"count", Type, Structure, Names...>();
  }
  [[gnu::always_inline]] static bool exists() {
    return kernel_number<"exists", Structure, Names...>() != 0;
  }
};

template <KernelValue T>
inline constexpr FixedString type_name = kernel_type_name<T>();
template <KernelValue T>
inline constexpr FixedString optional_type_name = joined<kernel_type_name<T>(), "?">();
template <KernelScalar T>
inline constexpr FixedString array_type_name = joined<kernel_type_name<T>(), "[]">();

}  // namespace rex::detail
