// SPDX-License-Identifier: GPL-2.0-only
// A loop over a temporary, which lives as long as the loop.
// expect: value 6
#include <rex/rex.hpp>

static rex::Array<rex::u32, 3> numbers() { return {1, 2, 3}; }

rex::Result range_for_temporary(const rex::Once&) {
  rex::u32 sum = 0;
  for (rex::u32 number : numbers().span()) sum += number;
  return sum;
}
