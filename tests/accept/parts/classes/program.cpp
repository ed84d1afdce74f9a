// SPDX-License-Identifier: GPL-2.0-only
#include "counter.hpp"

rex::Result start(const rex::Once&) {
  stats::Counter counter(10);
  counter.add(20);
  counter.add(60);
  counter.add(stats::Counter::limit() + 1);
  const rex::u32& largest = counter.largest();
  return stats::larger(counter.mean(), 5) + largest;
}
