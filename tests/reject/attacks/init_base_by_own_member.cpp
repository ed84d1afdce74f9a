// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct A {
  int x;
  explicit A(int& v) : x{v} {}
};
struct B : A {
  int y = 1;
  B() : A{y} {}  // expect: init-order
};

rex::Result program(const rex::Once&) { return 0; }
