// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct A {
  int x = f();  // expect: init-order
  int y = 1;
  int f() const { return y; }
};

rex::Result program(const rex::Once&) { return 0; }
