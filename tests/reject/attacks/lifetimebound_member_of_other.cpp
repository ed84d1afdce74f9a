// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct A {
  int x = 0;
  int& of(A& other) {
    return other.x;  // expect: view-return
  }
};

rex::Result program(const rex::Once&) { return 0; }
