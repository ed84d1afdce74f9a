// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct A {
  int x = y;  // expect: init-order
  int y = 1;
};

rex::Result program(const rex::Once&) { return 0; }
