// SPDX-License-Identifier: GPL-2.0-only
// Scan an array of a million entries.
#include <rex/rex.hpp>

rex::ArrayMap<rex::u32, 1000000> values;

rex::Result scan_million(const rex::Once&) {
  rex::i64 found = 0;
  for (rex::u32 i = 0; i < values.capacity(); ++i)
    if (*values.get(i) % 1000 == 0) ++found;
  return found;
}
