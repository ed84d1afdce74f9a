// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct A {
  int x = 0;
};
static bool operator!=(const rex::Option<A>& a, const rex::Option<A>& b) { return true; }  // expect: operator

rex::Result program(const rex::Once&) { return 0; }
