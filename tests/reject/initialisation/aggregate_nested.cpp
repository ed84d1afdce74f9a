// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct A {
  int x;
};
struct B {
  A a;
  int y = 1;
};

rex::Result program(const rex::Once&) {
  B b;  // expect: init
  return 0;
}
