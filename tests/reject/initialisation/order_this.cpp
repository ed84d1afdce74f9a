// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct A;
static int peek(const A& a);
struct A {
  int x = peek(*this);  // expect: init-order
  int y = 1;
};
static int peek(const A& a) { return a.y; }

rex::Result program(const rex::Once&) { return 0; }
