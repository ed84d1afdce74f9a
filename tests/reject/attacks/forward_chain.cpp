// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

static const int& inner(const int& a, const int& b [[clang::lifetimebound]]) { return a > 0 ? b : b; }
static const int& outer(const int& a [[clang::lifetimebound]], const int& b [[clang::lifetimebound]]) {
  return inner(a, b);
}

rex::Result program(const rex::Once&) {
  const int& r = outer(1, 2);  // expect: view-temporary
  return r;
}
