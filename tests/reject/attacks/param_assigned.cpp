// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Param<int> p{1};
static int f() {
  p = 3;  // expect: compiler
  return p;
}

rex::Result program(const rex::Once&) { return 0; }
