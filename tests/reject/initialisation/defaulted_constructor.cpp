// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct A {
  A() = default;
  int x;
};

rex::Result program(const rex::Once&) {
  A a;  // expect: init
  return 0;
}
