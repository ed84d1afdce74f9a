// SPDX-License-Identifier: GPL-2.0-only
// The sort that the eBPF verifier does not finish: 256 elements.
// expect: value 255
#include <rex/rex.hpp>

static void order(rex::Span<rex::u32> values) {
  for (rex::usize end = values.size(); end > 1; --end)
    for (rex::usize i = 0; i + 1 < end; ++i)
      if (values[i + 1] < values[i]) rex::swap(values[i], values[i + 1]);
}

rex::Result bubble_sort(const rex::Once&) {
  rex::Array<rex::u32, 256> values{};
  rex::u32 seed = 1;
  for (auto& value : values) {
    seed = seed * 1664525 + 1013904223;
    value = seed;
  }
  order(values);
  rex::i64 in_order = 0;
  for (rex::usize i = 0; i + 1 < values.size(); ++i)
    if (values[i] <= values[i + 1]) ++in_order;
  return in_order;
}
