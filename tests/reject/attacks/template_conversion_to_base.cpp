// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct A {
  int x = 0;
};
struct B : A {};
static const A& base(const A& a) { return a; }

rex::Result program(const rex::Once&) {
  const A& r = base(B{});  // expect: view-temporary
  return r.x;
}
