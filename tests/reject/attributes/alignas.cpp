// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct alignas(64) A {  // expect: alignas
  int x = 0;
};

rex::Result program(const rex::Once&) { return 0; }
