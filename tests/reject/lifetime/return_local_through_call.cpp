// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

static int& same(int& x) { return x; }
static int& f() {
  int x = 1;
  return same(x);  // expect: view-return
}

rex::Result program(const rex::Once&) { return 0; }
