// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  uint64_t x = 0;  // expect: std-library
  return 0;
}
