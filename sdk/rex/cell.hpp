// SPDX-License-Identifier: GPL-2.0-only
/// @file
/// A number in a map, shared with other CPUs and with user space.
#pragma once

#include <rex/option.hpp>
#include <rex/types.hpp>

namespace rex {

namespace detail {

/// What a processor changes atomically.
template <class T>
concept Atomic = __is_integral(T) && !__is_same(T, bool) && sizeof(T) >= 4;

class MapMemory;

}  // namespace detail

/// An integer value of a map, in place.  All operations are atomic and relaxed: each is seen whole,
/// but nothing is said about the order of two of them.  A cell stays a value of its map until the
/// program returns; if its entry is removed meanwhile, it may become the value of another key.
/// Any context.
template <class T>
class Cell {
 public:
  T load() const { return __atomic_load_n(value_, __ATOMIC_RELAXED); }
  void store(T value) const { __atomic_store_n(value_, value, __ATOMIC_RELAXED); }

  /// Changes the value, wrapping around, and returns the one before.
  T add(T more) const { return __atomic_fetch_add(value_, more, __ATOMIC_RELAXED); }
  T sub(T less) const { return __atomic_fetch_sub(value_, less, __ATOMIC_RELAXED); }
  T bit_or(T bits) const { return __atomic_fetch_or(value_, bits, __ATOMIC_RELAXED); }
  T bit_and(T bits) const { return __atomic_fetch_and(value_, bits, __ATOMIC_RELAXED); }
  T exchange(T value) const { return __atomic_exchange_n(value_, value, __ATOMIC_RELAXED); }

  /// Stores `desired` where the value is `expected`; otherwise puts the value into `expected`.
  bool compare_exchange(T& expected, T desired) const {
    return __atomic_compare_exchange_n(value_, &expected, desired, false, __ATOMIC_RELAXED,
                                       __ATOMIC_RELAXED);
  }

 private:
  friend class Option<Cell>;
  friend class detail::MapMemory;

  constexpr Cell() = default;
  constexpr explicit Cell(T* value) : value_{value} {}

  // SAFETY: never null in a cell that a program can reach.  Array values live as long as the map;
  // elements of hash maps are given back to the kernel after an RCU grace period, which an
  // invocation holds off, and reused before that for elements of the same map only.  Values are
  // aligned to 8 bytes.
  T* value_ = nullptr;
};

}  // namespace rex
