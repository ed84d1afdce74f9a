// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct A {
  mutable int n = 0;  // expect: mutable
};
constexpr A a{};
static int f() { return ++a.n; }

rex::Result program(const rex::Once&) { return 0; }
