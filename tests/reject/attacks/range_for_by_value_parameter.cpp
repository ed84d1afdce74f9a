// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

static rex::Span<const int> whole(rex::Array<int, 2> a) {
  return a;  // expect: view-return
}

rex::Result program(const rex::Once&) {
  int n = 0;
  for (int x : whole(rex::Array{1, 2})) n += x;
  return n;
}
