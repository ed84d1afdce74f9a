// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct A {
  int x;
  A();
};
A::A() {}  // expect: constructor-init

rex::Result program(const rex::Once&) { return 0; }
