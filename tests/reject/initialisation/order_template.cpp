// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template <class T>
struct A {
  T x = y;  // expect: init-order
  T y = 1;
};
static int f() { return A<int>{}.x; }

rex::Result program(const rex::Once&) { return 0; }
