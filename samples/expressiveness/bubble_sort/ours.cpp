// SPDX-License-Identifier: GPL-2.0-only
// Bubble sort of 256 numbers, then their median.
#include <rex/rex.hpp>

rex::ArrayMap<rex::u32, 256> values;

rex::Result bubble_sort(const rex::Once&) {
  for (rex::u32 end = values.capacity(); end > 1; --end)
    for (rex::u32 i = 1; i < end; ++i) {
      const rex::u32 left = *values.get(i - 1);
      const rex::u32 right = *values.get(i);
      if (right < left) {
        values.set(i - 1, right);
        values.set(i, left);
      }
    }
  return *values.get(128);
}
