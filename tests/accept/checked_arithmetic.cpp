// SPDX-License-Identifier: GPL-2.0-only
// Overflow that is expected.
// expect: value 255
#include <rex/rex.hpp>

rex::Result checked_arithmetic(const rex::Once&) {
  const rex::u8 big = 200;
  if (rex::checked_add(big, big)) return -1;
  if (*rex::checked_add(big, rex::u8{55}) != 255) return -2;
  if (rex::wrapping_add(big, big) != 144) return -3;
  if (rex::saturating_sub(rex::u8{3}, big) != 0) return -4;
  if (rex::checked_div(rex::min_value<rex::i32>, -1)) return -5;
  if (rex::wrapping_mul(rex::max_value<rex::i32>, 2) != -2) return -6;
  return rex::saturating_add(big, big);
}
