// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct A {
  int x;
  A() {}  // expect: constructor-init
};
struct B : A {
  int y;
};

rex::Result program(const rex::Once&) {
  B b{{}, 1};
  return b.y;
}
