// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct A {
  int x = 0;
  A& operator=(const A& o) & {  // expect: special-member
    x = o.x;
    return *this;
  }
};

rex::Result program(const rex::Once&) {
  rex::Array<A, 3> a{};
  rex::reverse(a);
  return 0;
}
