// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct A {
  int x = 0;
  int f() { return (x > 0 ? this : this)->x; }  // expect: pointer
};

rex::Result program(const rex::Once&) {
  return A{}.f();
}
