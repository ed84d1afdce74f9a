// SPDX-License-Identifier: GPL-2.0-only
// A window given by data.
// expect: value 18
#include <rex/rex.hpp>

static rex::u32 window(rex::Span<const rex::u32> values, rex::u32 offset, rex::u32 length) {
  rex::u32 sum = 0;
  if (offset <= values.size() && length <= values.size() - offset)
    for (rex::u32 value : values.part(offset, length)) sum += value;
  return sum;
}

rex::Result sum_of_window(const rex::Once&) {
  const rex::Array<rex::u32, 6> values{1, 2, 5, 6, 7, 8};
  return window(values, 2, 3) + window(values, 5, 2);
}
