// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  rex::Array<int, 2> a{1, 2};
  int start = 0;
  int& r = rex::sum<rex::Array<int, 2>, int&>(a, start);  // expect: compiler
  return r;
}
