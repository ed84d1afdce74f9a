// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct A {
  int x = 0;
  bool operator<(const A& o) const { return *(&x + 50) < o.x; }  // expect: pointer
};

rex::Result program(const rex::Once&) {
  rex::Array<A, 2> a{};
  rex::sort(a);
  return 0;
}
