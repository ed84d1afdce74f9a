// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct A {
  int x = 0;
  int operator,(int y) const { return y; }  // expect: operator
};

rex::Result program(const rex::Once&) { return 0; }
