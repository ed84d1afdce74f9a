// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  rex::Array<int, 2> a{1, 2};
  auto i = a.begin();
  auto less = [](int x, int y) { return x < y; };
  sift_down(a, 0, 9, less);  // expect: compiler
  sift_down(i, 0, 9, less);  // expect: sdk-internal
  return 0;
}
