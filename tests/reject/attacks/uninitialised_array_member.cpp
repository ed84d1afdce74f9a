// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct A {
  rex::Array<int, 4> x;
};

rex::Result program(const rex::Once&) {
  A a;  // expect: init
  return a.x[0];
}
