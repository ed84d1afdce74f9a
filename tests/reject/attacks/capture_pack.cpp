// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template <class... T>
static auto keep(T&... x) {
  return [&... y = x] { return (y + ...); };  // expect: closure-return
}
template <class... T>
static int call(T... x) {
  return keep(x...)();
}

rex::Result program(const rex::Once&) {
  return call(1, 2);
}
