// SPDX-License-Identifier: GPL-2.0-only
// Drain a queue.
#include <rex/rex.hpp>

rex::Queue<rex::u32, 1024> numbers;

rex::Result drain_queue(const rex::Once&) {
  rex::i64 sum = 0;
  while (const auto number = numbers.pop()) sum += *number;
  return sum;
}
