// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

static int f() {
  return [](const rex::Queue<int, 4>& q = {}) { return 1; }();  // expect: map-scope
}

rex::Result program(const rex::Once&) { return 0; }
