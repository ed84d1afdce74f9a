// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

static int g() {
  int f();  // expect: undefined-function
  return f();
}

rex::Result program(const rex::Once&) { return 0; }
