// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

static void f(int& x) { x = 0; }

rex::Result program(const rex::Once&) {
  [[gnu::cleanup(f)]] int x = 1;  // expect: attribute
  return x;
}
