// SPDX-License-Identifier: GPL-2.0-only
/// @file
/// Values by index, of which every CPU has its own.
#pragma once

#include <rex/cell.hpp>
#include <rex/detail/abi.hpp>
#include <rex/detail/map_value.hpp>
#include <rex/detail/percpu.hpp>
#include <rex/detail/wire.hpp>
#include <rex/error.hpp>
#include <rex/option.hpp>
#include <rex/types.hpp>

namespace rex {

/// A BPF_MAP_TYPE_PERCPU_ARRAY: for each CPU Size values, zero at first.  A program sees those of
/// the CPU it runs on; user space reads and writes those of all CPUs at once.
///
/// All calls: any context, no lock, inlined.  What this program interrupted, or what interrupts
/// it, may use the same values: cells are atomic against that too.  Minimum kernel: 6.1.
/// @tparam T     value, wire data
/// @tparam Size  number of values
template <detail::Wire T, u32 Size>
  requires(Size > 0)
class [[clang::annotate("rex::map", "percpu_array")]] PerCpuArrayMap {
 public:
  using key_type = u32;
  using value_type = T;

  constexpr PerCpuArrayMap() = default;
  PerCpuArrayMap(const PerCpuArrayMap&) = delete;
  PerCpuArrayMap& operator=(const PerCpuArrayMap&) = delete;

  static constexpr u32 capacity() { return Size; }

  /// A copy of this CPU's value.  Nothing unless index < capacity().
  Option<T> get(u32 index) {
    if (index >= Size) return {};
    return detail::copy_out<T>(address(index));
  }

  /// Changes this CPU's value.  Error::not_found unless index < capacity().
  Status set(u32 index, const T& value) {
    if (index >= Size) return Error::not_found;
    detail::copy_in(address(index), value);
    return {};
  }

  /// This CPU's integer value in place.  Nothing unless index < capacity().
  Option<Cell<T>> cell(u32 index)
    requires detail::Atomic<T>
  {
    if (index >= Size) return {};
    return detail::MapMemory::cell<T>(address(index));
  }

 private:
  [[gnu::always_inline]] void* address(u32 index) const {
    // SAFETY: the runtime has checked that the map has Size per-CPU pointers to values of sizeof(T)
    // bytes, which never change, and index was checked against Size.
    const u64* pointers = reinterpret_cast<const u64*>(map_.elements);
    return detail::this_cpu(pointers[detail::clamp_speculation(index, Size)]);
  }

  detail::rex_map map_{detail::map_type_percpu_array, sizeof(u32), sizeof(T), Size, 0, -1, 0, 0};
};

}  // namespace rex
