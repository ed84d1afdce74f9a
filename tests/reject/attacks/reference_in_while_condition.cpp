// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct A {
  int x = 0;
  A& set(int v) {
    x = v;
    return *this;
  }
  explicit operator bool() const { return false; }
};

rex::Result program(const rex::Once&) {
  int n = 0;
  while (const A& r = A{}.set(n)) n += r.x;  // expect: view-temporary
  return n;
}
