// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

#define JOIN(a, b) a##b

rex::Result program(const rex::Once&) {
  JOIN(as, m)("cli");  // expect: asm
  return 0;
}
