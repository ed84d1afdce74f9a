// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct A {
  A();  // expect: undefined-function
  int x = 0;
};

rex::Result program(const rex::Once&) { return 0; }
