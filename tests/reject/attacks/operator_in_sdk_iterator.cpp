// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct A {
  int x = 0;
};
static bool operator==(const rex::Option<A>&, int) { return false; }  // expect: operator

rex::Result program(const rex::Once&) {
  rex::Array<A, 2> a{};
  int n = 0;
  for (auto& x : a) n += x.x;
  return n;
}
