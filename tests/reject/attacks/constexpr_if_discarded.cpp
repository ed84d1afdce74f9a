// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  if constexpr (false) asm("cli");  // expect: asm
  return 0;
}
