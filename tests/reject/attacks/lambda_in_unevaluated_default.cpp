// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template <class T = decltype([](auto x) { return *x; })>
static int f(int& a) { return T{}(&a); }  // expect: pointer

rex::Result program(const rex::Once&) {
  int a = 1;
  return f(a);
}
