// SPDX-License-Identifier: GPL-2.0-only
// Sum of a[o..o+l) where o <= 64 and l <= 64 - o.
#include <rex/rex.hpp>

rex::ArrayMap<rex::u32, 2> window;
rex::ArrayMap<rex::u32, 64> values;

rex::Result window_sum(const rex::Once&) {
  const rex::u32 offset = *window.get(0);
  const rex::u32 length = *window.get(1);
  if (offset > 64 || length > 64 - offset) return -1;
  rex::i64 sum = 0;
  for (rex::u32 i = 0; i < length; ++i) sum += *values.get(offset + i);
  return sum;
}
