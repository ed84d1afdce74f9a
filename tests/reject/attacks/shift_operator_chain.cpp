// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct A {
  int x = 0;
  const A& operator<<(int) const { return *this; }
};

rex::Result program(const rex::Once&) {
  const A& r = A{} << 1 << 2;  // expect: view-temporary
  return r.x;
}
