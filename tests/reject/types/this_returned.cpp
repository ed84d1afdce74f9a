// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct A {
  int x = 0;
  A* f() { return this; }  // expect: pointer
};

rex::Result program(const rex::Once&) {
  return A{}.f()->x;
}
