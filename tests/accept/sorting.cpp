// SPDX-License-Identifier: GPL-2.0-only
// Sorting with an order of its own.
// expect: value 4321
#include <rex/rex.hpp>

rex::Result sorting(const rex::Once&) {
  rex::Array<rex::u32, 4> digits{3, 1, 4, 2};
  rex::sort(digits, [](rex::u32 a, rex::u32 b) { return b < a; });
  return rex::fold(digits, 0u, [](rex::u32 number, rex::u32 digit) { return number * 10 + digit; });
}
