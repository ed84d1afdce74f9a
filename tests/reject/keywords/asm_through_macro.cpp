// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

#define CLI asm("cli")

rex::Result program(const rex::Once&) {
  CLI;  // expect: asm
  return 0;
}
