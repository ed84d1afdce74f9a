// SPDX-License-Identifier: GPL-2.0-only
#include <rex/testing/clock.hpp>

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

}  // namespace rex::testing
