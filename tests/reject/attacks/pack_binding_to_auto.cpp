// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template <class T>
static int f(T& a) {
  auto& [... e] = a;
  auto g = [](auto&... x) { int s = 0; for (auto& y : (x, ...)) s += y; return s; };  // expect: c-array
  return g(e...);  // expect: c-array
}

rex::Result program(const rex::Once&) {
  rex::Array<int, 2> a{1, 2};
  return f(a);
}
