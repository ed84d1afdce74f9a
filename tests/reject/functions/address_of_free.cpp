// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct A {
  int x = 0;
};
static int operator&(const A&) { return 1; }  // expect: operator

rex::Result program(const rex::Once&) { return 0; }
