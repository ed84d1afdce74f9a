// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct A {
  int x;
  template <class T>
  A(T y) : x{*(&y + 5)} {}  // expect: pointer
};

rex::Result program(const rex::Once&) {
  A a = 3;
  return a.x;
}
