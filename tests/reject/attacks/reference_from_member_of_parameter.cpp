// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct A {
  rex::Array<int, 2> a{};
};
static int& f(A a) {
  return a.a[1];  // expect: view-return
}

rex::Result program(const rex::Once&) { return 0; }
