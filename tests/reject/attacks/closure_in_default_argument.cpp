// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

static int f(int x = [](int y) { return *(&y + 4); }(3)) {  // expect: pointer
  return x;
}

rex::Result program(const rex::Once&) {
  return f();
}
