// SPDX-License-Identifier: GPL-2.0-only
// A call with six arguments, and a result of 24 bytes.
// expect: value 21
#include <rex/rex.hpp>

struct Sums {
  rex::i64 low;
  rex::i64 middle;
  rex::i64 high;
};

static Sums add(rex::i64 a, rex::i64 b, rex::i64 c, rex::i64 d, rex::i64 e, rex::i64 f) {
  return {a + b, c + d, e + f};
}

rex::Result six_arguments(const rex::Once&) {
  const Sums sums = add(1, 2, 3, 4, 5, 6);
  return sums.low + sums.middle + sums.high;
}
