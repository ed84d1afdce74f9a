// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct A {
  int x = 0;
  A() = default;
  A(const A& o, int y = 1) : x{y} {}  // expect: special-member
};

rex::Result program(const rex::Once&) { return 0; }
