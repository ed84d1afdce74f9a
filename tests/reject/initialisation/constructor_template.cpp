// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct A {
  int x;
  template <class T>
  A(T) {}  // expect: constructor-init
};
static int f() { return A{1}.x; }

rex::Result program(const rex::Once&) { return 0; }
