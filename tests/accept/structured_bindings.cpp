// SPDX-License-Identifier: GPL-2.0-only
// Several results at once.
// expect: value 34
#include <rex/rex.hpp>

struct Division {
  rex::u32 quotient;
  rex::u32 rest;
};

static Division divide(rex::u32 a, rex::u32 b) { return {a / b, a % b}; }

rex::Result structured_bindings(const rex::Once&) {
  const auto [quotient, rest] = divide(34, 10);
  auto division = divide(4, 10);
  auto& [q, r] = division;
  r += 0;
  return quotient * 10 + rest + q;
}
