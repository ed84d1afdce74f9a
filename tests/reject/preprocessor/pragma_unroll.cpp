// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

static int f() {
  int n = 0;
#pragma unroll  // expect: pragma
  for (int i = 0; i < 3; ++i) n += i;
  return n;
}

rex::Result program(const rex::Once&) { return 0; }
