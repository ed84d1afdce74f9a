// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

static int& f(int& a [[clang::lifetimebound]], int b) {
  rex::swap(a, b);
  int& r = b;
  return r;  // expect: view-return
}

rex::Result program(const rex::Once&) { return 0; }
