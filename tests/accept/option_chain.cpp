// SPDX-License-Identifier: GPL-2.0-only
// Values that may be missing.
// expect: value 12
#include <rex/rex.hpp>

static rex::Option<rex::i32> half(rex::i32 value) {
  if (value % 2 != 0) return {};
  return value / 2;
}

rex::Result option_chain(const rex::Once&) {
  rex::i64 result = 0;
  for (rex::i32 value : rex::Array{8, 7, 16}) {
    if (const auto first = half(value))
      if (const auto second = half(*first)) result += *second * 2;
  }
  return result;
}
