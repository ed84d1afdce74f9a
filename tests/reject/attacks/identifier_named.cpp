// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

static int f() { return \N{LOW LINE}_builtin_clz(1); }  // expect: compiler

rex::Result program(const rex::Once&) {
  return 0;
}
