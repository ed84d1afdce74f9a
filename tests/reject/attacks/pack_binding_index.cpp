// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template <class T>
static int f(T& a, rex::usize i) {
  auto& [... e] = a;
  return e...[0][i];  // expect: c-array
}

rex::Result program(const rex::Once&) {
  rex::Array<int, 2> a{1, 2};
  return f(a, 9);
}
