// SPDX-License-Identifier: GPL-2.0-only
// Deep, mutual recursion of values.
// expect: value 61
#include <rex/rex.hpp>

static rex::u32 next(rex::u32 m, rex::u32 n);

static rex::u32 compute(rex::u32 m, rex::u32 n) {
  if (m == 0) return n + 1;
  if (n == 0) return next(m - 1, 1);
  return next(m - 1, compute(m, n - 1));
}

static rex::u32 next(rex::u32 m, rex::u32 n) { return compute(m, n); }

rex::Result ackermann(const rex::Once&) { return compute(3, 3); }
