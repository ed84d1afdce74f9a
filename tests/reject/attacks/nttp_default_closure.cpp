// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template <auto F = [](int& x) { return *&x; }>  // expect: pointer
static int get(int x) { return F(x); }

rex::Result program(const rex::Once&) {
  return get(1);
}
