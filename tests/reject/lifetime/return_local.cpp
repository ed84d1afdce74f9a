// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

static const int& f() {
  int x = 1;
  return x;  // expect: view-return
}

rex::Result program(const rex::Once&) { return 0; }
