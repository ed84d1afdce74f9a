// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template <class T, class... R>
static const T& first(const T& x, const R&...) {
  return x;  // expect: view-return
}
static int g() { return first(1, 2); }

rex::Result program(const rex::Once&) { return 0; }
