// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

static int f(int& x) {
  struct A {
    int& r;  // expect: view-member
  };
  return A{x}.r;
}

rex::Result program(const rex::Once&) { return 0; }
