// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

static int& f(rex::Span<int> s) {
  for (int i = 0; i < 3; ++i) {
    rex::Array<int, 2> a{};
    for (int& x : a)
      if (x == 0) return x;  // expect: view-return
  }
  return s[0];
}

rex::Result program(const rex::Once&) { return 0; }
