// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

static const int& pick(const int& a, const int& b);
static int use() {
  const int& r = pick(3, 4);  // expect: view-temporary
  return r;
}
static const int& pick(const int& a [[clang::lifetimebound]], const int& b [[clang::lifetimebound]]) {
  return a > 0 ? a : b;
}

rex::Result program(const rex::Once&) {
  const int& r = pick(1, 2);  // expect: view-temporary
  return r;
}
