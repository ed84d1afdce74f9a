// SPDX-License-Identifier: GPL-2.0-only
// A structure of 24 bytes, returned by value.
#include <rex/rex.hpp>

rex::ArrayMap<rex::u64, 3> numbers;

struct Extremes {
  rex::u64 smallest = 0;
  rex::u64 largest = 0;
  rex::u64 first = 0;
};

static Extremes extremes() {
  Extremes result{*numbers.get(0), *numbers.get(0), *numbers.get(0)};
  for (rex::u32 i = 1; i < numbers.capacity(); ++i) {
    result.smallest = rex::min(result.smallest, *numbers.get(i));
    result.largest = rex::max(result.largest, *numbers.get(i));
  }
  return result;
}

rex::Result struct_by_value(const rex::Once&) {
  const Extremes found = extremes();
  return static_cast<rex::i64>(found.largest * 100 + found.smallest * 10 + found.first);
}
