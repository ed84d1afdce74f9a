// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template <class... T>
static int go(T... v) {
  auto f = [... s = rex::Array<T, 2>{v, v}.span()] { return (s[0] + ...); };  // expect: view-temporary
  return f();
}

rex::Result program(const rex::Once&) {
  return go(1, 2);
}
