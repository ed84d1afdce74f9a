// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct A {
  int x = x + 1;  // expect: init-order
};

rex::Result program(const rex::Once&) { return 0; }
