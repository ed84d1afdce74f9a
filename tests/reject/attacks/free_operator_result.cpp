// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct A {
  int x = 0;
};
static const A& operator+(const A& a, int) { return a; }

rex::Result program(const rex::Once&) {
  const A& r = A{} + 1;  // expect: view-temporary
  return r.x;
}
