// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

static rex::Option<rex::Array<int, 2>> make() { return rex::Array<int, 2>{1, 2}; }

rex::Result program(const rex::Once&) {
  int sum = 0;
  auto&& range = *make();  // expect: view-temporary
  for (int& x : range) sum += x;  // expect: view-temporary
  return sum;
}
