// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct A {
  int x = 0;
  const int& f(const int& y) const;
};
static int use() {
  A a{};
  const int& r = a.f(3);  // expect: view-temporary
  return r;
}
const int& A::f(const int& y [[clang::lifetimebound]]) const { return y; }

rex::Result program(const rex::Once&) {
  const int& r = A{}.f(3);  // expect: view-temporary
  return r;
}
