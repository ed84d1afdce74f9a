// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  return __builtin_bit_cast(int, 1u);  // expect: reserved-name
}
