// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct S {
  static const int& operator()(const int& a, const int& b [[clang::lifetimebound]]) { return b; }
};

rex::Result program(const rex::Once&) {
  int a = 0;
  const int& r = S{}(a, a + 1);  // expect: view-temporary
  return r;
}
