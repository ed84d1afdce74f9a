// SPDX-License-Identifier: GPL-2.0-only
/// @file
/// The clock that programs and their budget see.
#pragma once

#include <chrono>
#include <cstdint>

namespace rex::testing {

/// Nanoseconds since some start.  The machine's monotonic clock, until a test takes it over.
class Clock {
 public:
  using nanoseconds = std::chrono::nanoseconds;

  /// From now on time stands still at `now`, and passes only as the test says.
  void stop(nanoseconds now = nanoseconds(0));
  /// Time that passes at each reading by the runtime: once at the start of a program, then once in
  /// 1,024 polls.  Stops the clock.
  void pass_at_each_reading(nanoseconds step);
  /// Lets time pass.  Stops the clock.
  void advance(nanoseconds time);

  /// For the host's own use: one reading.
  std::uint64_t read();

 private:
  bool stopped_ = false;
  std::uint64_t now_ = 0;
  std::uint64_t step_ = 0;
};

}  // namespace rex::testing
