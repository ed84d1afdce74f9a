// SPDX-License-Identifier: GPL-2.0-only
// Binary search over a million sorted entries.
#include <rex/rex.hpp>

rex::ArrayMap<rex::u32, 1000000> values;

rex::Result binary_search(const rex::Once&) {
  constexpr rex::u32 wanted = 654321;
  rex::u32 low = 0;
  rex::u32 high = values.capacity();
  while (low < high) {
    const rex::u32 middle = low + (high - low) / 2;
    if (*values.get(middle) < wanted)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}
