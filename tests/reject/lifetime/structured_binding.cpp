// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct P {
  int a;
  int b;
};

static const P& pick(const P& p) { return p; }

rex::Result program(const rex::Once&) {
  auto& [a, b] = pick(P{1, 2});  // expect: view-temporary
  return a + b;
}
