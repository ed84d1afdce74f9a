// SPDX-License-Identifier: GPL-2.0-only
// Timers.
#include <rex/rex.hpp>

rex::Atomic<rex::u64> ticks;
rex::Atomic<rex::u64> periods;

rex::Result tick(const rex::Timer<"1ms">& timer) {
  ticks.add(1);
  periods.add(timer.periods());
  return rex::ok;
}

rex::Result spins(const rex::Timer<"500us">&) {
  rex::u32 value = 1;
  while (true) value = value * 3 + 1;
}
