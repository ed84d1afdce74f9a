// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct A {
  int x : 3 = 0;  // expect: bit-field
};

rex::Result program(const rex::Once&) { return 0; }
