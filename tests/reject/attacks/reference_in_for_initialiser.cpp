// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

static const int& pick(const int& a [[clang::lifetimebound]], const int& b) { return a + b > 0 ? a : a; }

rex::Result program(const rex::Once&) {
  int n = 0;
  for (const int& r = pick(1, 2); n < 3; ++n) n += r;  // expect: view-temporary
  return n;
}
