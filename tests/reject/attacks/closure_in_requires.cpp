// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template <class T>
  requires([] { return true; }())
static int f(T x) {
  return *(&x + 9);  // expect: pointer
}

rex::Result program(const rex::Once&) {
  return f(1);
}
