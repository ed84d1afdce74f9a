// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  int x = 1;
  auto f = [&x] { return x; };
  rex::Array<int, 2> a{1, 2};
  return rex::sum(a, f)();  // expect: compiler
}
