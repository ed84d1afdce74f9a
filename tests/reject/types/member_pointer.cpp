// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct A {
  int x = 0;
};

rex::Result program(const rex::Once&) {
  auto m = &A::x;  // expect: member-pointer
  return 0;
}
