// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct S {
  S() = default;
  S(int) {}  // expect: init
  rex::Array<rex::Array<int, 2>, 3> x;
};

rex::Result program(const rex::Once&) {
  S s{1};
  return s.x[0][0];
}
