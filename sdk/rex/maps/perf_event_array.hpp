// SPDX-License-Identifier: GPL-2.0-only
/// @file
/// Perf events of each CPU: a stream to user space, or counters.
#pragma once

#include <rex/detail/abi.hpp>
#include <rex/detail/keyed_map.hpp>
#include <rex/detail/wire.hpp>
#include <rex/error.hpp>
#include <rex/types.hpp>

namespace rex {

/// A reading of a counter.
struct PerfCounter {
  u64 value;
  u64 enabled;  ///< nanoseconds since it was opened
  u64 running;  ///< nanoseconds of these it counted: less where counters took turns
};

/// A BPF_MAP_TYPE_PERF_EVENT_ARRAY, with an element for each CPU that the kernel may have.  User
/// space puts descriptors of perf_event_open() into it: libbpf's perf_buffer__new() does for a
/// stream of records.  New code streams with RingBuf, which keeps the order across CPUs and wastes
/// no memory.
///
/// All calls: any context.  Minimum kernel: 6.1.
class [[clang::annotate("rex::map", "perf_event_array")]] PerfEventArray {
 public:
  constexpr PerfEventArray() = default;
  PerfEventArray(const PerfEventArray&) = delete;
  PerfEventArray& operator=(const PerfEventArray&) = delete;

  /// Copies a record into the buffer of this CPU.  Error::not_found where nobody reads there,
  /// Error::full, Error::busy (three records are being written already).
  template <detail::Wire T>
  [[clang::annotate("rex::wire")]] Status output(const T& record) {
    return detail::key_status(detail::rex_perf_event_output(&map_, &record, sizeof record));
  }

  /// Reads the counter at an index, of this CPU.  Error::not_found where there is none,
  /// Error::full where the index is too large, Error::invalid where it counts on another CPU.
  Expected<PerfCounter> read(u32 index) {
    detail::rex_perf_counter counter{};
    const Status status = detail::key_status(detail::rex_perf_event_read(&map_, index, &counter));
    if (!status) return status.error();
    return PerfCounter{counter.value, counter.enabled, counter.running};
  }

 private:
  // 0: the loader makes it as large as the machine.
  detail::rex_map map_{detail::map_type_perf_event_array, sizeof(u32), sizeof(u32), 0, 0, -1, 0, 0};
};

}  // namespace rex
