// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

#define DECLARE(name) rex::u32 name

rex::Result program(const rex::Once&) {
  DECLARE(number);  // expect: init
  number = 1;
  if (number > 1) return 1;
  return 0;
}
