// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

static int f() asm("other");  // expect: asm

rex::Result program(const rex::Once&) {
  return 0;
}
