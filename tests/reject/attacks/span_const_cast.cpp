// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

static int f(rex::Span<int> s) { return s[0] = 1; }

rex::Result program(const rex::Once&) {
  const rex::Array<int, 4> a{};
  return f(a);  // expect: compiler
}
