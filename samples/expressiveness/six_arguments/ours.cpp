// SPDX-License-Identifier: GPL-2.0-only
// A call with six arguments.
#include <rex/rex.hpp>

rex::ArrayMap<rex::u32, 6> numbers;

static rex::u32 join(rex::u32 a, rex::u32 b, rex::u32 c, rex::u32 d, rex::u32 e, rex::u32 f) {
  return ((((a * 10 + b) * 10 + c) * 10 + d) * 10 + e) * 10 + f;
}

rex::Result six_arguments(const rex::Once&) {
  return join(*numbers.get(0), *numbers.get(1), *numbers.get(2), *numbers.get(3), *numbers.get(4),
              *numbers.get(5));
}
