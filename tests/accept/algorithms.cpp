// SPDX-License-Identifier: GPL-2.0-only
// Algorithms over ranges.
// expect: value 63
#include <rex/rex.hpp>

rex::Result algorithms(const rex::Once&) {
  rex::Array<rex::i32, 6> values{4, -2, 9, 0, 7, 3};
  if (*rex::find(values, 9) != 2) return -1;
  if (rex::find(values, 5)) return -2;
  if (rex::count_if(values, [](rex::i32 x) { return x > 3; }) != 3) return -3;
  if (!rex::any_of(values, [](rex::i32 x) { return x < 0; })) return -4;
  if (rex::all_of(values, [](rex::i32 x) { return x < 9; })) return -5;
  rex::for_each(values, [](rex::i32& x) { x *= 3; });
  rex::reverse(values);
  if (values[0] != 9) return -6;
  return rex::sum(values, 0);
}
