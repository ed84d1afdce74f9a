// SPDX-License-Identifier: GPL-2.0-only
// Modular exponentiation: 3^200 mod 1,000,007 squared twice gives the same as once.
// expect: value 1
#include <rex/rex.hpp>

static rex::u64 power(rex::u64 base, rex::u64 exponent, rex::u64 modulus) {
  rex::u64 result = 1;
  base %= modulus;
  for (; exponent != 0; exponent >>= 1) {
    if (exponent & 1) result = result * base % modulus;
    base = base * base % modulus;
  }
  return result;
}

rex::Result power_modulo(const rex::Once&) { return power(3, 1000002, 1000003); }
