// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  rex::Array<int, 3> a{};
  for (int& x : a.elements_) x = 1;  // expect: c-array
  return a[0];
}
