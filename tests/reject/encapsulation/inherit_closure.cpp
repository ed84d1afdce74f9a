// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

static int f() {
  auto g = [] { return 1; };
  struct A : decltype(g) {};  // expect: inherit-sdk
  return 1;
}

rex::Result program(const rex::Once&) { return 0; }
