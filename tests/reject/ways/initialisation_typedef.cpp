// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

using Number = rex::u32;

rex::Result program(const rex::Once&) {
  Number number;  // expect: init
  number = 1;
  if (number > 1) return 1;
  return 0;
}
