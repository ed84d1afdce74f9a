// SPDX-License-Identifier: GPL-2.0-only
// says: write rex::Array<T, N>
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  std::vector<int> values;  // expect: std-library
  return 0;
}
