// SPDX-License-Identifier: GPL-2.0-only
// Between integer types.
// expect: value 4
#include <rex/rex.hpp>

rex::Result conversions(const rex::Once&) {
  rex::i64 right = 0;
  if (!rex::try_narrow<rex::u8>(300)) ++right;
  if (!rex::try_narrow<rex::u32>(-1)) ++right;
  if (rex::saturate<rex::i8>(1000) == 127) ++right;
  if (rex::narrow<rex::i16>(-32768ll) == rex::min_value<rex::i16>) ++right;
  return right;
}
