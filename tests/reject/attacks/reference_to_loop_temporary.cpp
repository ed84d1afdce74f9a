// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

static rex::Array<int, 3> make() { return {1, 2, 3}; }

rex::Result program(const rex::Once&) {
  int sum = 0;
  for (auto i = make().begin(), e = make().end(); !(i == e); ++i) sum += *i;  // expect: view-temporary
  return sum;
}
