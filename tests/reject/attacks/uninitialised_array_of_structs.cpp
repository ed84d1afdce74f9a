// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct A {
  int x;
};

rex::Result program(const rex::Once&) {
  rex::Array<A, 4> a;  // expect: init
  return a[0].x;
}
