// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template <class T>
static T f() {
  T x;  // expect: init
  x = T{};
  return x;
}

rex::Result program(const rex::Once&) {
  return f<int>();
}
