// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

static int f() {
  rex::Atomic<int> a;  // expect: map-scope
  return a.load();
}

rex::Result program(const rex::Once&) { return 0; }
