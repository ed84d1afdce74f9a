// SPDX-License-Identifier: GPL-2.0-only
#include "counter.hpp"

namespace stats {

Counter::Counter(rex::u32 start) : sum_(start), count_(1), largest_(start) {}

void Counter::add(rex::u32 value) {
  if (value > limit()) return;
  sum_ += value;
  ++count_;
  largest_ = larger(largest_, value);
}

rex::u32 Counter::mean() const { return count_ == 0 ? 0 : sum_ / count_; }

const rex::u32& Counter::largest() const { return largest_; }

rex::u32 Counter::limit() { return 1000; }

const rex::u32& larger(const rex::u32& a [[clang::lifetimebound]],
                       const rex::u32& b [[clang::lifetimebound]]) {
  return a > b ? a : b;
}

}  // namespace stats
