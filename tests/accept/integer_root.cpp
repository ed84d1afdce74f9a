// SPDX-License-Identifier: GPL-2.0-only
// The integer square root.
// expect: value 31622
#include <rex/rex.hpp>

static rex::u64 root(rex::u64 value) {
  rex::u64 low = 0;
  rex::u64 high = rex::u64{1} << 32;
  while (high - low > 1) {
    const rex::u64 middle = low + (high - low) / 2;
    if (middle * middle <= value)
      low = middle;
    else
      high = middle;
  }
  return low;
}

rex::Result integer_root(const rex::Once&) { return root(1000000000); }
