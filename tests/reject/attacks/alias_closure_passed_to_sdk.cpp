// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template <class T>
using F = decltype([](T& x) {
  *(&x + 1000) = 1;  // expect: pointer
});

rex::Result program(const rex::Once&) {
  rex::Array<int, 3> a{};
  rex::for_each(a, F<int>{});
  return 0;
}
