// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

static auto f() {
  int x = 1;
  auto g = [&x] { return x; };
  return [g] { return g(); };  // expect: closure-return
}

rex::Result program(const rex::Once&) { return 0; }
