// SPDX-License-Identifier: GPL-2.0-only
// Errors as values.
// expect: value 6
#include <rex/rex.hpp>

static rex::Expected<rex::u32> divide(rex::u32 a, rex::u32 b) {
  if (b == 0) return rex::Error::invalid;
  return a / b;
}

rex::Result expected(const rex::Once&) {
  const auto good = divide(30, 6);
  const auto bad = divide(1, 0);
  rex::i64 result = *good;
  if (!bad && bad.error() == rex::Error::invalid) ++result;
  return result;
}
