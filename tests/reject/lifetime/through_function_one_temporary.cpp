// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

static const int& pick(const int& a [[clang::lifetimebound]], const int& b [[clang::lifetimebound]]) {
  return a < b ? a : b;
}

rex::Result program(const rex::Once&) {
  int x = 1;
  const int& r = pick(x, 2);  // expect: view-temporary
  return r;
}
