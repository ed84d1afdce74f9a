// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct A {
  int x = 0;
  template <class S>
  auto&& self(this S&& me) {
    return rex::move(me);
  }
};
static int f() {
  auto&& a = A{}.self();  // expect: view-temporary
  return a.x;
}

rex::Result program(const rex::Once&) { return 0; }
