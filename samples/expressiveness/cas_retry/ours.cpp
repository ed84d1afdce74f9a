// SPDX-License-Identifier: GPL-2.0-only
// Take a lock word by compare-and-swap, retrying.
#include <rex/rex.hpp>

rex::ArrayMap<rex::u32, 2> words;  // a lock, a counter

rex::Result cas_retry(const rex::Once&) {
  const auto lock = words.cell(0);
  rex::u32 unlocked = 0;
  while (!lock->compare_exchange(unlocked, 1)) unlocked = 0;
  const rex::u32 count = *words.get(1) + 1;
  words.set(1, count);
  lock->store(0);
  return count;
}
