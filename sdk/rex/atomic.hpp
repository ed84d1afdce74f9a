// SPDX-License-Identifier: GPL-2.0-only
/// @file
/// Numbers that programs on all processors share, and user space sees by name.
#pragma once

#include <rex/types.hpp>

namespace rex {

/// A global number.  All operations are atomic and relaxed: each is seen whole, but nothing is
/// said about the order of two of them.
///
///     rex::Atomic<rex::u64> packets;
///     … packets.add(1);
template <class T>
  requires(__is_integral(T) && !__is_same(T, bool) && sizeof(T) >= 4)
class [[clang::annotate("rex::global", "atomic")]] Atomic {
 public:
  using value_type = T;

  constexpr Atomic() = default;
  constexpr explicit Atomic(T value) : value_{value} {}
  Atomic(const Atomic&) = delete;
  Atomic& operator=(const Atomic&) = delete;

  T load() const { return __atomic_load_n(&value_, __ATOMIC_RELAXED); }
  void store(T value) { __atomic_store_n(&value_, value, __ATOMIC_RELAXED); }

  /// Changes the value, wrapping around, and returns the one before.
  T add(T more) { return __atomic_fetch_add(&value_, more, __ATOMIC_RELAXED); }
  T sub(T less) { return __atomic_fetch_sub(&value_, less, __ATOMIC_RELAXED); }
  T bit_or(T bits) { return __atomic_fetch_or(&value_, bits, __ATOMIC_RELAXED); }
  T bit_and(T bits) { return __atomic_fetch_and(&value_, bits, __ATOMIC_RELAXED); }
  T exchange(T value) { return __atomic_exchange_n(&value_, value, __ATOMIC_RELAXED); }

  /// Stores `desired` where the value is `expected`; otherwise puts the value into `expected`.
  bool compare_exchange(T& expected, T desired) {
    return __atomic_compare_exchange_n(&value_, &expected, desired, false, __ATOMIC_RELAXED,
                                       __ATOMIC_RELAXED);
  }

 private:
  T value_{};
};

}  // namespace rex
