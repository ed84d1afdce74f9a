// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct A {
  int x = 0;
  int f() {
    auto self = this;  // expect: pointer
    return self->x;
  }
};

rex::Result program(const rex::Once&) {
  return A{}.f();
}
