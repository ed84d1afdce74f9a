// SPDX-License-Identifier: GPL-2.0-only
// One object, two names, and a function that does not expect it.  There is no exclusivity rule:
// the SDK's types stay in place whatever happens to their value, so the answer may surprise, and
// every access stays inside of a live object.
#include <rex/rex.hpp>

static void add_twice(rex::i32& to, const rex::i32& amount) {
  to += amount;
  to += amount;
}

rex::Result program(const rex::Once&) {
  rex::i32 x = 1;
  add_twice(x, x);  // 4, not 3
  return x;
}
