// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template <class T>
static int f() {
  static T x = 0;  // expect: static-local
  return ++x;
}

rex::Result program(const rex::Once&) {
  return f<int>();
}
