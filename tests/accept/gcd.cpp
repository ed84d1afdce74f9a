// SPDX-License-Identifier: GPL-2.0-only
// Euclid's algorithm.
// expect: value 21
#include <rex/rex.hpp>

static rex::u64 greatest_common_divisor(rex::u64 a, rex::u64 b) {
  while (b != 0) {
    const rex::u64 rest = a % b;
    a = b;
    b = rest;
  }
  return a;
}

rex::Result gcd(const rex::Once&) { return greatest_common_divisor(1071, 462); }
