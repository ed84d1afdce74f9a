// SPDX-License-Identifier: GPL-2.0-only
// Euclid's greatest common divisor.
#include <rex/rex.hpp>

rex::ArrayMap<rex::u32, 2> pair;

rex::Result gcd(const rex::Once&) {
  rex::u32 a = *pair.get(0);
  rex::u32 b = *pair.get(1);
  while (b != 0) {
    const rex::u32 rest = a % b;
    a = b;
    b = rest;
  }
  return a;
}
