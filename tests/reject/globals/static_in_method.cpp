// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct A {
  int y = 0;
  int f() {
    static int x = 0;  // expect: static-local
    return ++x;
  }
};

rex::Result program(const rex::Once&) {
  return A{}.f();
}
