// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

#define DECLARE(name) rex::u32 name()

DECLARE(there);  // expect: undefined-function

rex::Result program(const rex::Once&) {
  if (there() > 1) return 1;
  return 0;
}
