// SPDX-License-Identifier: GPL-2.0-only
// 128-bit addition with carry.
// expect: value 1
#include <rex/rex.hpp>

struct Wide {
  rex::u64 high = 0;
  rex::u64 low = 0;
  auto operator==(const Wide&) const -> bool = default;
};

static Wide operator+(const Wide& a, const Wide& b) {
  const rex::u64 low = a.low + b.low;
  return {a.high + b.high + (low < a.low ? 1 : 0), low};
}

rex::Result bigint(const rex::Once&) {
  return Wide{0, rex::max_value<rex::u64>} + Wide{0, 1} == Wide{1, 0} ? 1 : 0;
}
