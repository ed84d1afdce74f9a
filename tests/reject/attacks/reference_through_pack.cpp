// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template <class T, class... R>
static const T& first(const T& x [[clang::lifetimebound]], const R&...) {
  return x;
}

rex::Result program(const rex::Once&) {
  const int& r = first(1, 2);  // expect: view-temporary
  return r;
}
