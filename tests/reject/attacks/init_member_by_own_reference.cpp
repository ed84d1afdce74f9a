// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

static int peek(const int& x) { return x; }
struct A {
  int x = peek(y);  // expect: init-order
  int y = 1;
};

rex::Result program(const rex::Once&) { return 0; }
