// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct A {
  int x;
};

rex::Result program(const rex::Once&) {
  A a;  // expect: init
  a.x = 1;
  return a.x;
}
