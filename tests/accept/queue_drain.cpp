// SPDX-License-Identifier: GPL-2.0-only
// A loop whose end only the data knows.
// expect: value 10
#include <rex/rex.hpp>

rex::Queue<rex::u32, 8> numbers;

rex::Result queue_drain(const rex::Once&) {
  for (rex::u32 i = 1; i <= 4; ++i)
    if (!numbers.push(i)) return -1;
  rex::i64 sum = 0;
  while (auto number = numbers.pop()) sum += *number;
  return sum;
}
