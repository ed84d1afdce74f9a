// SPDX-License-Identifier: GPL-2.0-only
/// @file
/// Programs that run again and again.
#pragma once

#include <rex/fixed_string.hpp>
#include <rex/types.hpp>

namespace rex {

/// How a timer's program comes to run, of every Timer.
class [[clang::annotate("rex::context")]] TimerContext {
 public:
  TimerContext(const TimerContext&) = delete;
  TimerContext& operator=(const TimerContext&) = delete;

  /// Periods that have passed since the run before, or since attaching: 1, or more where the CPU
  /// was busy for longer than a period.
  u64 periods() const { return periods_; }

 private:
  TimerContext() = default;

  u64 periods_;
};

/// A program with this parameter runs each time a period has passed.
///
///     rex::Result tick(const rex::Timer<"100ms">&);
///
/// On one CPU: that on which it was attached; another when that goes offline.
/// Context: softirq, preemption off, interrupts on; it may not sleep, and what it takes is taken
/// from whatever that CPU does.  What it returns is ignored.  Minimum kernel: 6.1.
/// @tparam Period  a whole number and a unit, us, ms or s: "250us" to "86400s", 100us at least;
/// empty
///                 where the loader gives it
template <FixedString Period = "">
class [[clang::annotate("rex::hook", "timer")]] Timer : public TimerContext {};

}  // namespace rex
