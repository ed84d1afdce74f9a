// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template <class T>
using F = decltype([](T& x, T& y) {
  return *(&x + 1000) < y;  // expect: pointer
});

rex::Result program(const rex::Once&) {
  rex::Array<int, 3> a{3, 2, 1};
  rex::sort<rex::Array<int, 3>&, F<int>>(a);
  return 0;
}
