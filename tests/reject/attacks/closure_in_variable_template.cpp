// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template <class T>
constexpr auto v = [](T& x) { return *(&x + 1); };  // expect: pointer

rex::Result program(const rex::Once&) {
  int x = 1;
  return v<int>(x);
}
