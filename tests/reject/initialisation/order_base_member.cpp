// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct A {
  int x = 1;
};
struct B : A {
  int y = x;  // expect: init-order
};

rex::Result program(const rex::Once&) { return 0; }
