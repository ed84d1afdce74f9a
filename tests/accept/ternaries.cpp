// SPDX-License-Identifier: GPL-2.0-only
// Conditional expressions and short circuits.
// expect: value 3
#include <rex/rex.hpp>

static bool touch(rex::u32& counter) {
  ++counter;
  return true;
}

rex::Result ternaries(const rex::Once&) {
  rex::u32 touched = 0;
  const bool a = false && touch(touched);
  const bool b = true || touch(touched);
  const bool c = touch(touched) and not a;
  (c ? touched : touched) += b ? 2 : 0;
  return touched;
}
