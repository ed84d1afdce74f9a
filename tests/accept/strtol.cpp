// SPDX-License-Identifier: GPL-2.0-only
// Digits up to a terminator.
// expect: value -1234
#include <rex/rex.hpp>

struct Parsed {
  rex::i64 value = 0;
  rex::usize used = 0;
};

template <rex::usize N>
static Parsed parse(const rex::Text<N>& text) {
  Parsed result{};
  const bool negative = text[0] == '-';
  if (negative) ++result.used;
  while (result.used < N && text[result.used] >= '0' && text[result.used] <= '9') {
    result.value = result.value * 10 + (text[result.used] - '0');
    ++result.used;
  }
  if (negative) result.value = -result.value;
  return result;
}

rex::Result strtol(const rex::Once&) { return parse(rex::Text{"-1234;56"}).value; }
