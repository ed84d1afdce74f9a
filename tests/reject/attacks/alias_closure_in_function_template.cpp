// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template <class T>
using F = decltype([](T& x) {
  return *(&x + 1000);  // expect: pointer
});
template <class T>
static int call(T& x) {
  return F<T>{}(x);
}

rex::Result program(const rex::Once&) {
  int x = 1;
  return call(x);
}
