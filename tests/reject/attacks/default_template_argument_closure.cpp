// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template <class T, class F = decltype([](T& x) { return *(&x + 1000); })>  // expect: pointer
static int call(T& x) {
  return F{}(x);
}

rex::Result program(const rex::Once&) {
  int x = 1;
  return call(x);
}
