// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

static int& f() {
  int x = 1;
  return x = 2;  // expect: view-return
}

rex::Result program(const rex::Once&) { return 0; }
