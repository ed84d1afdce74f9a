// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct A {
  int x = 0;
  A& set(int v) {
    x = v;
    return *this;
  }
};

rex::Result program(const rex::Once&) {
  const A& a = A{}.set(1).set(2);  // expect: view-temporary
  return a.x;
}
