// SPDX-License-Identifier: GPL-2.0-only
// Primes below 1,000.
// expect: value 168
#include <rex/rex.hpp>

rex::Result sieve(const rex::Once&) {
  rex::Array<bool, 1000> composite{};
  rex::u32 primes = 0;
  for (rex::usize i = 2; i < composite.size(); ++i) {
    if (composite[i]) continue;
    ++primes;
    for (rex::usize j = i * i; j < composite.size(); j += i) composite[j] = true;
  }
  return primes;
}
