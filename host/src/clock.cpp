// SPDX-License-Identifier: GPL-2.0-only
#include <rex/testing/clock.hpp>

#include "contract.hpp"
#include "invocation.hpp"

namespace rex::testing {

void Clock::stop(nanoseconds now) {
  stopped_ = true;
  now_ = static_cast<std::uint64_t>(now.count());
  step_ = 0;
}

void Clock::pass_at_each_reading(nanoseconds step) {
  if (!stopped_) stop();
  step_ = static_cast<std::uint64_t>(step.count());
}

void Clock::advance(nanoseconds time) {
  if (!stopped_) stop();
  now_ += static_cast<std::uint64_t>(time.count());
}

std::uint64_t Clock::read() {
  if (!stopped_) {
    const auto now = std::chrono::steady_clock::now().time_since_epoch();
    return static_cast<std::uint64_t>(std::chrono::duration_cast<nanoseconds>(now).count());
  }
  const std::uint64_t now = now_;
  now_ += step_;
  return now;
}

std::uint64_t Clock::read_real() {
  if (!real_start_ && !stopped_) {
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    return count(std::chrono::duration_cast<nanoseconds>(now));
  }
  return read() + real_start_.value_or(0);
}

}  // namespace rex::testing

namespace {

/// The kernels' HZ is 250.
constexpr std::uint64_t kJiffy = 4'000'000;

rex::testing::Clock& clock_of(const char* function) {
  return rex::host::calling_invocation(function).world->clock();
}

}  // namespace

__u64 rex_clock_monotonic() { return clock_of("rex_clock_monotonic").read(); }
__u64 rex_clock_boot() { return clock_of("rex_clock_boot").read_boot(); }
__u64 rex_clock_real() { return clock_of("rex_clock_real").read_real(); }
__u64 rex_clock_tai() { return clock_of("rex_clock_tai").read_tai(); }
__u64 rex_clock_coarse() { return clock_of("rex_clock_coarse").read() / kJiffy * kJiffy; }
__u64 rex_clock_jiffies() { return clock_of("rex_clock_jiffies").read() / kJiffy; }
