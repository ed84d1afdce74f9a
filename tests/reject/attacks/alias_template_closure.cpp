// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template <class T>
using F = decltype([](T& x) {
  return *(&x + 1000);  // expect: pointer
});

rex::Result program(const rex::Once&) {
  F<int> f{};
  int x = 1;
  return f(x);
}
