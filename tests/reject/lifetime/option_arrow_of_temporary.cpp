// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct A {
  int x = 0;
};

static rex::Option<A> find() { return A{}; }

rex::Result program(const rex::Once&) {
  const int& r = find()->x;  // expect: view-temporary
  return r;
}
