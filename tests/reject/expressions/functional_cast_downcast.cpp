// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct A {
  int x = 0;
};
struct B : A {
  int y = 0;
};

rex::Result program(const rex::Once&) {
  B b{};
  A& a = b;
  using R = B&;
  return R(a).y;  // expect: cast
}
