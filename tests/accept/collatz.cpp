// SPDX-License-Identifier: GPL-2.0-only
// The longest chain below 10,000 begins at 6,171.
// expect: value 6171
#include <rex/rex.hpp>

rex::Result collatz(const rex::Once&) {
  rex::u64 best = 0;
  rex::u32 longest = 0;
  for (rex::u64 start = 1; start < 10000; ++start) {
    rex::u32 length = 1;
    for (rex::u64 n = start; n != 1; ++length) n = n % 2 == 0 ? n / 2 : 3 * n + 1;
    if (length > longest) {
      longest = length;
      best = start;
    }
  }
  return best;
}
