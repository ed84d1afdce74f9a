// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct P {
  int a;
  int b;
};
static auto [a, b] = P{1, 2};  // expect: global

rex::Result program(const rex::Once&) { return 0; }
