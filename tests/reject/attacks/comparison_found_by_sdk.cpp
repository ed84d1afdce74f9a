// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct A {
  int x = 0;
};
static bool operator==(const A& a, const A& b) { return *(&a.x + 100) == b.x; }  // expect: pointer

rex::Result program(const rex::Once&) {
  rex::Array<A, 3> a{};
  return rex::find(a, A{}) ? 1 : 0;
}
