// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

#pragma redefine_extname f rex_poll  // expect: pragma
static int f() { return 1; }

rex::Result program(const rex::Once&) {
  return 0;
}
