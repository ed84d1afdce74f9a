// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct A {
  volatile int x = 0;  // expect: volatile
};

rex::Result program(const rex::Once&) { return 0; }
