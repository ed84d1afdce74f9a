// SPDX-License-Identifier: GPL-2.0-only
// A[s] where s < e and e <= 64.
#include <rex/rex.hpp>

rex::ArrayMap<rex::u32, 2> range;
rex::ArrayMap<rex::u32, 64> values;

rex::Result index_by_relation(const rex::Once&) {
  const rex::u32 start = *range.get(0);
  const rex::u32 end = *range.get(1);
  return start < end && end <= 64 ? rex::i64{*values.get(start)} : -1;
}
