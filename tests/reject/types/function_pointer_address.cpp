// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

static int one() { return 1; }

rex::Result program(const rex::Once&) {
  auto f = &one;  // expect: function-pointer
  return f();
}
