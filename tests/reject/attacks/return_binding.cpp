// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct P { int a = 1; };

static const int& f(P p) {
  auto& [a] = p;
  return a;  // expect: view-return
}

rex::Result program(const rex::Once&) {
  return f({});
}
