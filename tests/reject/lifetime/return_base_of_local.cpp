// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct A {
  int x = 0;
};
struct B : A {};
static const A& f() {
  B b{};
  return b;  // expect: view-return
}

rex::Result program(const rex::Once&) { return 0; }
