// SPDX-License-Identifier: GPL-2.0-only
// Global numbers.
// expect: value 42
#include <rex/rex.hpp>

rex::Atomic<rex::u64> events;
rex::Atomic<rex::i32> balance{50};

static void count(rex::u32 times) {
  for (rex::u32 i = 0; i < times; ++i) events.add(1);
}

rex::Result counters(const rex::Once&) {
  count(10);
  balance.sub(18);
  rex::i32 expected = 32;
  if (!balance.compare_exchange(expected, 33)) return -1;
  if (balance.compare_exchange(expected, 1) || expected != 33) return -2;
  balance.store(32);
  return rex::narrow<rex::i64>(events.load()) + balance.exchange(0);
}
