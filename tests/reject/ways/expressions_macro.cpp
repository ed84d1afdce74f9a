// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

#define AS(type, value) ((type)(value))

rex::Result program(const rex::Once&) {
  const rex::u64 wide = 70000;
  const auto narrow = AS(rex::u16, wide);  // expect: cast
  if (narrow > 1) return 1;
  return 0;
}
