// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

static const int& f(const rex::Array<int, 2>& a) {
  for (auto x : a) return x;  // expect: view-return
  return a[0];
}

rex::Result program(const rex::Once&) {
  return f({1, 2});
}
