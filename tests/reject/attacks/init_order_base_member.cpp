// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct A { int x; A(int& r) : x(r) {} };
struct B : A { int y; B() : A(y), y(1) {} };  // expect: init-order

rex::Result program(const rex::Once&) {
  return 0;
}
