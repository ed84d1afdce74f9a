// SPDX-License-Identifier: GPL-2.0-only
// An array of up to eight reserved records.
#include <rex/rex.hpp>

rex::ArrayMap<rex::u32, 1> count;
rex::RingBuf<4096> records;

rex::Result many_records(const rex::Once&) {
  rex::Array<rex::Option<rex::Record<rex::u64>>, 8> held{};
  const rex::u32 n = *count.get(0);
  for (rex::u32 i = 0; i < n; ++i)
    if (auto record = records.reserve<rex::u64>()) held[i] = rex::move(*record);
  for (rex::u32 i = 0; i < n; ++i) held[i]->submit(i);
  return n;
}
