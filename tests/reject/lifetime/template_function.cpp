// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template <class T>
static const T& same(const T& x) {
  return x;
}

rex::Result program(const rex::Once&) {
  const int& r = same(3);  // expect: view-temporary
  return r;
}
