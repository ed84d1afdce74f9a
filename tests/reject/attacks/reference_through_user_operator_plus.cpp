// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct S { int x = 1; };
static const S& operator+(const S& a, int) { return a; }

rex::Result program(const rex::Once&) {
  const S& r = S{} + 1 + 2;  // expect: view-temporary
  return r.x;
}
