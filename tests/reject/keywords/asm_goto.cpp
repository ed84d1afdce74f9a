// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  asm goto("" : : : : out);  // expect: asm
  out:  // expect: construct
  return 0;
}
