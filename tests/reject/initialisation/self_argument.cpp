// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

static int f(int& x) { return x = 1; }

rex::Result program(const rex::Once&) {
  int x = f(x);  // expect: self-init
  return x;
}
