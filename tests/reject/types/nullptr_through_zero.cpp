// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

static int f(int* p = 0) {  // expect: pointer
  return p != 0;
}

rex::Result program(const rex::Once&) {
  return f(0);
}
