// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct A {
  int : 3;  // expect: bit-field
  int x = 0;
};

rex::Result program(const rex::Once&) { return 0; }
