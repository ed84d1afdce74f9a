// SPDX-License-Identifier: GPL-2.0-only
/// @file
/// The extension under test.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstring>
#include <initializer_list>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <rex/testing/clock.hpp>
#include <rex/testing/events.hpp>
#include <rex/testing/kernel.hpp>
#include <rex/testing/machine.hpp>
#include <rex/testing/map.hpp>
#include <rex/testing/memory.hpp>
#include <rex/testing/outcome.hpp>
#include <rex/testing/packet.hpp>
#include <rex/testing/queue.hpp>
#include <rex/testing/registers.hpp>
#include <rex/testing/tasks.hpp>
#include <rex/testing/wire.hpp>

namespace rex::host {
class World;
}  // namespace rex::host

namespace rex::testing {

/// Counters of a program.
struct ProgramStats {
  std::uint64_t runs = 0;    ///< invocations, returned or panicked
  std::uint64_t missed = 0;  ///< events on which it was skipped
  std::uint64_t panics = 0;
  bool disabled = false;  ///< it panicked, and never runs again
};

/// An extension, freshly loaded: its maps are empty, its variables as the source initialises them,
/// no task exists.  One test, one Extension.
///
/// Names that do not exist, and types of another size than the extension's, throw
/// std::invalid_argument, which GoogleTest reports as the test's failure.
///
/// Not thread-safe: one thread fires.
class Extension {
 public:
  /// The only extension of this test program.
  Extension();
  /// One of several, by its name.
  explicit Extension(std::string_view name);
  Extension(const Extension&) = delete;
  Extension& operator=(const Extension&) = delete;
  /// Fails the test if a program panicked and nobody looked at the panic.
  ~Extension();

  std::string name() const;
  std::vector<std::string> programs() const;

  /// Runs a program as its hook would, with all registers or arguments 0, an empty packet, or one
  /// period of a timer.
  Outcome fire(std::string_view program);
  /// Runs a program of a kprobe, kretprobe, kprobe_override, uprobe or uretprobe.
  Outcome fire(std::string_view program, const Registers& registers);
  /// Runs a program of fentry, raw_tracepoint, lsm, or fexit, whose result comes first.
  Outcome fire(std::string_view program, std::initializer_list<std::uint64_t> arguments);
  /// Runs a program of perf_event.
  Outcome fire(std::string_view program, const PerfSample& sample);
  /// Runs a program of tracepoint.
  Outcome fire(std::string_view program, const TraceRecord& record);
  /// Runs a program of xdp, tc, netfilter or cgroup_skb, which may change the packet.
  Outcome fire(std::string_view program, Packet& packet);

  /// What the kernel has: functions, tracepoints, structures.
  Kernel& kernel();
  /// The tasks that programs find by pid.
  Tasks& tasks();
  /// The clock that programs read, and that the budget is measured with.
  Clock& clock();
  /// The processors, chance, and stacks.
  Machine& machine();
  /// What is at addresses of the kernel, and of the current process.
  Memory& kernel_memory();
  Memory& user_memory();

  /// Own time that a program may use in one run; 50 ms unless set.
  void set_budget(std::string_view program, std::chrono::nanoseconds budget);
  /// What the hook gets when the program panics; 0 unless set.
  void set_panic_value(std::string_view program, std::int64_t value);
  ProgramStats stats(std::string_view program) const;

  /// A queue map.
  template <Wire T>
  Queue<T> queue(std::string_view map) {
    return Queue<T>(raw_queue(map, sizeof(T)));
  }
  RawQueue raw_queue(std::string_view map, std::size_t value_size);

  /// A map with keys.
  template <Wire K, Wire V>
  Map<K, V> map(std::string_view map) {
    return Map<K, V>(raw_map(map, sizeof(K), sizeof(V)));
  }
  RawMap raw_map(std::string_view map, std::size_t key_size, std::size_t value_size);

  /// A stack that a StackTraceMap stored, the innermost return address first.
  /// Throws std::out_of_range where it has none with that id.
  std::vector<std::uint64_t> stack(std::string_view map, std::uint32_t id);

  /// Somebody reads what programs put out on a processor into a PerfEventArray: records() has it.
  void open_perf_buffer(std::string_view map, unsigned cpu = 0);
  /// A counter of a PerfEventArray, at the index of its processor.
  void set_perf_counter(std::string_view map, unsigned index, const rex_perf_counter& counter);

  /// The value of a global rex::Atomic or rex::Param.
  template <Wire T>
  T global(std::string_view name) {
    T value{};
    std::ranges::copy(raw_global(name, sizeof value), bytes_of(value).begin());
    return value;
  }
  /// Changes it: a parameter before any program runs, as the loader does.
  template <Wire T>
  void set_global(std::string_view name, const T& value) {
    std::ranges::copy(bytes_of(value), raw_global(name, sizeof value).begin());
  }
  std::span<std::byte> raw_global(std::string_view name, std::size_t size);

  /// Takes all records out of a ring buffer, in the order of submission, or out of the buffers of
  /// a PerfEventArray, those of the first processor first.
  template <Wire T>
  std::vector<T> records(std::string_view map) {
    std::vector<T> values;
    for (const auto& record : raw_records(map, sizeof(T)))
      std::memcpy(&values.emplace_back(), record.data(), sizeof(T));
    return values;
  }
  /// The same for records of any size.
  std::vector<std::vector<std::byte>> raw_records(std::string_view map);

  /// Holds the lock of any map, as what a program interrupted may.
  [[nodiscard]] HeldLock hold_lock(std::string_view map);

  /// What the log would have: a line for each panic, and what programs print:
  /// "info mp4/mp4 mp4.cpp:12: pid 5".
  const std::vector<std::string>& log() const;

  /// For the host's own use.
  host::World& world() { return *world_; }

 private:
  std::vector<std::vector<std::byte>> raw_records(std::string_view map, std::size_t size);

  std::unique_ptr<host::World> world_;
};

}  // namespace rex::testing
