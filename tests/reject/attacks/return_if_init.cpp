// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

static const int& f(const int& a) {
  if (const int& b = a + 1; b > 2) return b;  // expect: view-return
  return a;
}

rex::Result program(const rex::Once&) {
  return f(1);
}
