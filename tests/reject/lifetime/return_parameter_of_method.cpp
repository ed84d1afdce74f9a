// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct A {
  int x = 0;
  const int& pick(const int& y) const {
    return y > 0 ? x : y;  // expect: view-return
  }
};

rex::Result program(const rex::Once&) { return 0; }
