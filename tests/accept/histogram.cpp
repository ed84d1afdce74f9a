// SPDX-License-Identifier: GPL-2.0-only
// A logarithmic histogram.
// expect: value 4
#include <rex/rex.hpp>

struct Histogram {
  rex::Array<rex::u32, 64> slots{};

  void add(rex::u64 value) { ++slots[value == 0 ? 0 : 63 - rex::leading_zeros(value)]; }
  rex::usize largest() const {
    rex::usize best = 0;
    for (rex::usize i = 1; i < slots.size(); ++i)
      if (slots[i] > slots[best]) best = i;
    return best;
  }
};

rex::Result histogram(const rex::Once&) {
  Histogram histogram{};
  for (rex::u64 value : rex::Array<rex::u64, 6>{1, 17, 20, 31, 64, 1000}) histogram.add(value);
  return histogram.largest();
}
