// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct P {
  int a = 0;
};
static int& f(rex::Span<P> s) {
  for (auto p : s) {
    int& r = p.a;
    return r;  // expect: view-return
  }
  return s[0].a;
}

rex::Result program(const rex::Once&) { return 0; }
