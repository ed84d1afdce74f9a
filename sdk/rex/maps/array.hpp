// SPDX-License-Identifier: GPL-2.0-only
/// @file
/// Values by index.
#pragma once

#include <rex/cell.hpp>
#include <rex/detail/abi.hpp>
#include <rex/detail/map_value.hpp>
#include <rex/detail/wire.hpp>
#include <rex/error.hpp>
#include <rex/option.hpp>
#include <rex/spin_locked.hpp>
#include <rex/types.hpp>

namespace rex {

/// A BPF_MAP_TYPE_ARRAY: Size values, zero at first, that all CPUs and user space share.
///
/// All calls: any context, no lock, inlined.  Minimum kernel: 6.1.
/// @tparam T     value, wire data
/// @tparam Size  number of values
template <detail::Wire T, u32 Size>
  requires(Size > 0)
class [[clang::annotate("rex::map", "array")]] ArrayMap {
 public:
  using key_type = u32;
  using value_type = T;

  constexpr ArrayMap() = default;
  ArrayMap(const ArrayMap&) = delete;
  ArrayMap& operator=(const ArrayMap&) = delete;

  static constexpr u32 capacity() { return Size; }

  /// A copy of a value.  Nothing unless index < capacity().  A value of more than 8 bytes that is
  /// changed meanwhile may be half old and half new.
  Option<T> get(u32 index) {
    if (index >= Size) return {};
    return detail::copy_out<T>(address(index));
  }

  /// Changes a value.  Error::not_found unless index < capacity().
  Status set(u32 index, const T& value) {
    if (index >= Size) return Error::not_found;
    detail::copy_in(address(index), value);
    return {};
  }

  /// An integer value in place.  Nothing unless index < capacity().
  Option<Cell<T>> cell(u32 index)
    requires detail::Atomic<T>
  {
    if (index >= Size) return {};
    return detail::MapMemory::cell<T>(address(index));
  }

 private:
  // The kernel rounds a value's size up to 8 bytes.
  static constexpr u64 stride = (sizeof(T) + 7) / 8 * 8;

  [[gnu::always_inline]] void* address(u32 index) const {
    // SAFETY: the runtime has checked that the map has Size values of sizeof(T) bytes, and index
    // was checked against Size.
    return reinterpret_cast<void*>(map_.elements + detail::clamp_speculation(index, Size) * stride);
  }

  detail::rex_map map_{detail::map_type_array, sizeof(u32), sizeof(T), Size, 0, -1, 0, 0};
};

/// The same with a lock in each value: BPF_MAP_TYPE_ARRAY of
/// `struct { struct bpf_spin_lock lock; T value; }`.
template <detail::Wire T, u32 Order, u32 Size>
  requires(Size > 0)
class [[clang::annotate("rex::map", "array"), clang::annotate("rex::locked")]]
ArrayMap<SpinLocked<T, Order>, Size> {
 public:
  using key_type = u32;
  using value_type = SpinLocked<T, Order>;

  constexpr ArrayMap() = default;
  ArrayMap(const ArrayMap&) = delete;
  ArrayMap& operator=(const ArrayMap&) = delete;

  static constexpr u32 capacity() { return Size; }

  /// Waits for the lock of a value.  Error::not_found unless index < capacity(); otherwise as
  /// SpinLocked::lock().
  [[gnu::always_inline]] Expected<LockGuard<T>> lock(u32 index) {
    if (index >= Size) return Error::not_found;
    // SAFETY: the runtime has checked that the map has Size values of sizeof(value_type) bytes
    // with a lock at their start, and index was checked against Size.
    return detail::LockedMemory::lock_at<value_type>(
        reinterpret_cast<void*>(map_.elements + detail::clamp_speculation(index, Size) * stride));
  }

 private:
  // The kernel rounds a value's size up to 8 bytes.
  static constexpr u64 stride = (sizeof(value_type) + 7) / 8 * 8;

  detail::rex_map map_{
      detail::map_type_array, sizeof(u32), sizeof(value_type), Size, detail::map_locked, -1, 0, 0};
};

}  // namespace rex
