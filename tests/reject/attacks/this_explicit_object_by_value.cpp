// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct A {
  int x = 0;
  const A& self(this A me) {
    return me;  // expect: view-return
  }
};

rex::Result program(const rex::Once&) { return 0; }
