// SPDX-License-Identifier: GPL-2.0-only
/// @file
/// Programs that run on the overflow of a performance counter.
#pragma once

#include <rex/detail/registers.hpp>
#include <rex/fixed_string.hpp>
#include <rex/types.hpp>

namespace rex {

/// What a sample was taken of, of every PerfEvent.
class [[clang::annotate("rex::context")]] PerfEventContext {
 public:
  PerfEventContext(const PerfEventContext&) = delete;
  PerfEventContext& operator=(const PerfEventContext&) = delete;

  /// Address of the instruction that was interrupted: the kernel's or the task's.
  u64 instruction_pointer() const { return registers_->ip; }
  /// Whether the CPU was executing user space.
  bool in_user_mode() const { return user_mode_ != 0; }
  /// What has been counted since the sample before: nanoseconds for clocks, events otherwise.
  u64 period() const { return period_; }

 private:
  PerfEventContext() = default;

  // SAFETY: the runtime's own structure of this layout (runtime/attach/perf_event.c), whose
  // registers live for as long as the handler that called the program.
  const detail::Registers* registers_;
  u64 period_;
  u64 user_mode_;
};

/// A program with this parameter samples: it runs on each CPU every time a counter has counted a
/// period there.
///
///     rex::Result sample(const rex::PerfEvent<"cpu-clock/1000000">& event);  // each millisecond
///
/// Counters: cpu-clock, task-clock (nanoseconds); page-faults, context-switches, cpu-migrations;
/// and, where the CPU has them, cycles, instructions, cache-misses, branch-misses.  CPUs that come
/// online later are not sampled.
/// Context: preemption and interrupts off; NMI for counters of the CPU.  What it returns is
/// ignored.  Minimum kernel: 6.1.
/// @tparam Event  "COUNTER/PERIOD"; empty where the loader gives it
template <FixedString Event = "">
class [[clang::annotate("rex::hook", "perf_event")]] PerfEvent : public PerfEventContext {};

}  // namespace rex
