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
  auto&& r = rex::move(A{}.set(1));  // expect: view-temporary
  return r.x;
}
