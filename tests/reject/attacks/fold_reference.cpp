// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  rex::Array<int, 2> a{1, 2};
  int v = 0;
  int& r = rex::fold<rex::Array<int, 2>, int&>(a, v, [](int x, int y) { return x + y; });  // expect: view-temporary
  return r;
}
