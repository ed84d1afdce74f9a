// SPDX-License-Identifier: GPL-2.0-only
// A number that does not fit.
// expect: panic 8 300 0
#include <rex/rex.hpp>

rex::Result narrow_panics(const rex::Once&) {
  rex::i32 value = 100;
  value *= 3;
  return rex::narrow<rex::u8>(value);
}
