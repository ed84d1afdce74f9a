// SPDX-License-Identifier: GPL-2.0-only
// says: write rex::Atomic<int> counter
#include <rex/rex.hpp>

int counter = 0;  // expect: global

rex::Result program(const rex::Once&) {
  ++counter;
  return 0;
}
