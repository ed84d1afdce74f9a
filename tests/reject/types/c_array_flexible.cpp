// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct A {
  int n = 0;
  int x[];  // expect: c-array
};

rex::Result program(const rex::Once&) { return 0; }
