// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct A {
  int x;
  int y = 1;
  A() : x{f()} {}  // expect: init-order
  int f() const { return y; }
};

rex::Result program(const rex::Once&) { return 0; }
