// SPDX-License-Identifier: GPL-2.0-only
/// @file
/// Values of maps: memory that others write at any time.
#pragma once

#include <rex/cell.hpp>
#include <rex/detail/abi.hpp>
#include <rex/option.hpp>
#include <rex/types.hpp>

namespace rex::detail {

template <usize Size>
struct Word {};
template <>
struct Word<1> {
  using type = u8;
};
template <>
struct Word<2> {
  using type = u16;
};
template <>
struct Word<4> {
  using type = u32;
};
template <>
struct Word<8> {
  using type = u64;
};

/// One load or store does for the whole value.
template <class T>
concept SingleWord = requires { typename Word<sizeof(T)>::type; };

/// A copy of a value.  Whole where it has 1, 2, 4 or 8 bytes; a larger one may be half of before
/// and half of after a concurrent change.
template <class T>
[[gnu::always_inline]] inline T copy_out(const void* from) {
  T value;
  // SAFETY: the caller has the address of a live value of a map, aligned to 8 bytes, of at least
  // sizeof(T) bytes.  The empty asm keeps the compiler from reading the value a second time, when
  // it may have changed after it was checked.
  if constexpr (SingleWord<T>) {
    using Bits = typename Word<sizeof(T)>::type;
    const Bits bits = __atomic_load_n(static_cast<const Bits*>(from), __ATOMIC_RELAXED);
    __builtin_memcpy(&value, &bits, sizeof value);
  } else {
    __builtin_memcpy(&value, from, sizeof value);
  }
  asm volatile("" : : : "memory");
  return value;
}

template <class T>
[[gnu::always_inline]] inline void copy_in(void* to, const T& value) {
  // SAFETY: as above.
  if constexpr (SingleWord<T>) {
    using Bits = typename Word<sizeof(T)>::type;
    Bits bits;
    __builtin_memcpy(&bits, &value, sizeof bits);
    __atomic_store_n(static_cast<Bits*>(to), bits, __ATOMIC_RELAXED);
  } else {
    __builtin_memcpy(to, &value, sizeof value);
  }
  asm volatile("" : : : "memory");
}

/// Makes cells: only maps have the addresses that they are made of.
class MapMemory {
 public:
  template <class T>
  static Option<Cell<T>> cell(void* value) {
    if (value == nullptr) return {};
    return Cell<T>{static_cast<T*>(value)};
  }
};

/// An index below a size that was checked before; 0 where the processor only guesses that it is.
[[gnu::always_inline]] inline u64 clamp_speculation(u64 index, u64 size) {
  u64 mask;
  // SAFETY: arithmetic on registers: all ones where index < size, as array_index_mask_nospec() of
  // the kernel.
  asm volatile("cmp %1, %2; sbb %0, %0" : "=r"(mask) : "r"(size), "r"(index) : "cc");
  return index & mask;
}

}  // namespace rex::detail
