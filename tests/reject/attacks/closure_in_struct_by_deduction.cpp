// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

static int f() {
  int x = 1;
  auto g = [&x] { return x; };
  struct Keep {
    decltype(g) kept;  // expect: view-member
  };
  return Keep{g}.kept();
}

rex::Result program(const rex::Once&) { return 0; }
