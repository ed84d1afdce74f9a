// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct P {
  int a;
  unsigned long b;
};

rex::Result program(const rex::Once&) {
  auto [a, b] = P{1, sizeof(a)};  // expect: compiler
  return b;
}
