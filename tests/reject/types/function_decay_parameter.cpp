// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

static int one() { return 1; }

static int call(int f()) { return f(); }

rex::Result program(const rex::Once&) {
  return call(one);  // expect: function-pointer
}
