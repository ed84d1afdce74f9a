// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

static int f() { return \u005f\u005fbuiltin_clz(1); }  // expect: compiler

rex::Result program(const rex::Once&) {
  return 0;
}
