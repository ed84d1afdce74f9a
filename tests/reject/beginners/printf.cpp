// SPDX-License-Identifier: GPL-2.0-only
// says: write rex::print("pid {}", pid)
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  printf("%d\n", 3);  // expect: std-library
  return 0;
}
