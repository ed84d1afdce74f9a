// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

static const int& same(const int& x) { return x; }
#define SAME(x) same(x)

rex::Result program(const rex::Once&) {
  const int& r = SAME(3);  // expect: view-temporary
  return r;
}
