// SPDX-License-Identifier: GPL-2.0-only
// Constants and functions of a class.
// expect: value 24
#include <rex/rex.hpp>

class Clock {
 public:
  static constexpr rex::u32 hours = 24;
  static rex::u32 wrap(rex::u32 hour) { return hour % hours; }
};

rex::Result static_members(const rex::Once&) { return Clock::wrap(49) + Clock::hours - 1; }
