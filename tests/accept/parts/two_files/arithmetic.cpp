// SPDX-License-Identifier: GPL-2.0-only
// Two functions that other files call; what only this file needs is static.
#include "arithmetic.hpp"

static rex::u64 multiply(rex::u64 a, rex::u64 b, rex::u64 modulus) { return a * b % modulus; }

rex::u64 power(rex::u64 base, rex::u64 exponent, rex::u64 modulus) {
  rex::u64 result = 1;
  for (base %= modulus; exponent > 0; exponent >>= 1) {
    if (exponent & 1) result = multiply(result, base, modulus);
    base = multiply(base, base, modulus);
  }
  return result;
}

rex::u64 gcd(rex::u64 a, rex::u64 b) { return b == 0 ? a : gcd(b, a % b); }
