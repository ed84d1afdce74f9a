// SPDX-License-Identifier: GPL-2.0-only
// says: write rex::Array<T, N>
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  char buffer[16] = {};  // expect: c-array
  return 0;
}
