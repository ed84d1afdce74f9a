// SPDX-License-Identifier: GPL-2.0-only
// A number that may be a value of an enum.
// expect: value 2
#include <rex/rex.hpp>

enum class Level : rex::u8 { low = 1, middle = 5, high = 9 };

rex::Result enum_from_number(const rex::Once&) {
  rex::i64 known = 0;
  for (rex::u8 number : rex::Array<rex::u8, 4>{1, 2, 9, 200})
    if (rex::enum_from<Level::low, Level::middle, Level::high>(number)) ++known;
  return known;
}
