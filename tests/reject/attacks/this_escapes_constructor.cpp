// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct A;
static int peek(const A& a);
struct A {
  int x;
  A() : x{peek(*this)} {}  // expect: init-order
};
static int peek(const A& a) { return a.x; }

rex::Result program(const rex::Once&) { return 0; }
