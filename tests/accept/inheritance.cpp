// SPDX-License-Identifier: GPL-2.0-only
// A base class with shared members.
// expect: value 31
#include <rex/rex.hpp>

struct Counter {
  rex::u32 count = 0;
  void add(rex::u32 more) { count += more; }
};

struct Limited : Counter {
  rex::u32 limit = 10;
  bool add_up_to_limit(rex::u32 more) {
    if (count + more > limit) return false;
    add(more);
    return true;
  }
};

rex::Result inheritance(const rex::Once&) {
  Limited counter{};
  rex::i64 refused = 0;
  for (rex::u32 i = 1; i < 8; ++i)
    if (!counter.add_up_to_limit(i)) ++refused;
  Counter& base = counter;
  return base.count * 3 + refused - 2;
}
