// SPDX-License-Identifier: GPL-2.0-only
// Positions in a sorted table.
// expect: value 4
#include <rex/rex.hpp>

static constexpr rex::Array<rex::u32, 8> primes{2, 3, 5, 7, 11, 13, 17, 19};

rex::Result binary_search(const rex::Once&) {
  const rex::usize at = rex::lower_bound(primes, 11u);
  return primes[at] == 11 ? rex::narrow<rex::i64>(at) : -1;
}
