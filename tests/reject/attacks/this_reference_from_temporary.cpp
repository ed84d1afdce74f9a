// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct A {
  int x = 0;
  A& self() { return *this; }
};
static A& f() {
  return A{}.self();  // expect: view-return
}

rex::Result program(const rex::Once&) { return 0; }
