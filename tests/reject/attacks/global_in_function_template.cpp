// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template <int N>
static int& slot() {
  static int value = N;  // expect: static-local
  return value;
}
static int f() { return ++slot<3>(); }

rex::Result program(const rex::Once&) { return 0; }
