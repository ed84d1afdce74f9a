// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct A {
  int x = 0;
  const A& operator-() const { return *this; }
};

rex::Result program(const rex::Once&) {
  const A& r = -A{};  // expect: view-temporary
  return r.x;
}
