// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct A {
  int x = 1;
  int y;
};

rex::Result program(const rex::Once&) {
  A a;  // expect: init
  return a.x;
}
