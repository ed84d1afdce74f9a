// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct P {
  int a = 0;
  int b = 0;
};
static int& f(rex::Span<int> s) {
  rex::Array<P, 2> all{};
  for (auto& [a, b] : all) return a;  // expect: view-return
  return s[0];
}

rex::Result program(const rex::Once&) { return 0; }
