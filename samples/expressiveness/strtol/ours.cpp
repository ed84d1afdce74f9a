// SPDX-License-Identifier: GPL-2.0-only
// A number in text, up to its terminator.
#include <rex/rex.hpp>

rex::ArrayMap<rex::u8, 64> text;

rex::Result strtol(const rex::Once&) {
  rex::u32 at = 0;
  const bool negative = *text.get(at) == '-';
  if (negative) ++at;
  rex::i64 value = 0;
  while (*text.get(at) != ';') value = value * 10 + (*text.get(at++) - '0');
  return negative ? -value : value;
}
