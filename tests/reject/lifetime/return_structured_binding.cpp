// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct P {
  int a = 0;
  int b = 0;
};
static int& f() {
  auto [a, b] = P{};
  return a;  // expect: view-return
}

rex::Result program(const rex::Once&) { return 0; }
