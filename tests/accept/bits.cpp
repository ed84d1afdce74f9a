// SPDX-License-Identifier: GPL-2.0-only
// Arithmetic on bits.
// expect: value 5
#include <rex/rex.hpp>

rex::Result bits(const rex::Once&) {
  if (rex::count_ones(0xf0f0u) != 8) return -1;
  if (rex::leading_zeros(rex::u16{1}) != 15) return -2;
  if (rex::trailing_zeros(rex::u64{1} << 40) != 40) return -3;
  if (rex::trailing_zeros(0u) != 32) return -4;
  if (rex::rotate_left(0x80000001u, 4) != 0x00000018u) return -5;
  if (rex::rotate_right(rex::u8{1}, 1) != 0x80) return -6;
  return rex::magnitude(-5);
}
