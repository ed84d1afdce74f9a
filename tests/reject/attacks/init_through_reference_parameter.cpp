// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

static int set(int& y) {
  const int old = y;
  y = 3;
  return old;
}

rex::Result program(const rex::Once&) {
  int x = set(x);  // expect: self-init
  return x;
}
