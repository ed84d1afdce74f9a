// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct A {
  union {  // expect: union
    int a;
    unsigned b;
  };
};

rex::Result program(const rex::Once&) { return 0; }
