// SPDX-License-Identifier: GPL-2.0-only
/// @file
/// The clock that programs and their budget see.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>

namespace rex::testing {

/// Nanoseconds since some start.  The machine's monotonic clock, until a test takes it over.
/// What programs read of other clocks is this one's time, and what the test says is between them.
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

  /// Time that the machine was suspended: rex::clock::boot() is ahead by so much.
  void set_suspended(nanoseconds time) { suspended_ = count(time); }
  /// rex::clock::real() at the start of this clock, since 1970.  The machine's, unless set or
  /// stopped.
  void set_real_start(nanoseconds time) { real_start_ = count(time); }
  /// rex::clock::tai() is ahead of real() by so much; 37 s unless set.
  void set_tai_offset(nanoseconds time) { tai_offset_ = count(time); }

  /// For the host's own use: one reading, of each kind.
  std::uint64_t read();
  std::uint64_t read_boot() { return read() + suspended_; }
  std::uint64_t read_real();
  std::uint64_t read_tai() { return read_real() + tai_offset_; }

 private:
  static std::uint64_t count(nanoseconds time) { return static_cast<std::uint64_t>(time.count()); }

  bool stopped_ = false;
  std::uint64_t now_ = 0;
  std::uint64_t step_ = 0;
  std::uint64_t suspended_ = 0;
  std::optional<std::uint64_t> real_start_;
  std::uint64_t tai_offset_ = 37'000'000'000;
};

}  // namespace rex::testing
