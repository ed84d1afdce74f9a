// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct A {
  int x;
  A(int v) : x{v} {}
};
struct B : A {
  using A::A;
  int y;
};

rex::Result program(const rex::Once&) {
  B b{1};  // expect: init
  return b.y;
}
