// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct S { int a; int b; };
static S f(const int& x) { return {x, x}; }

rex::Result program(const rex::Once&) {
  auto [a, b] = f(a);  // expect: compiler
  return a + b;
}
