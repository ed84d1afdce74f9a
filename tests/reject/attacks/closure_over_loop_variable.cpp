// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

static auto f(rex::Span<int> s) {
  for (int& x : s) return [&x] { return x; };  // expect: closure-return
  int y = 0;
  return [&x = y] { return x; };  // expect: compiler
}

rex::Result program(const rex::Once&) { return 0; }
