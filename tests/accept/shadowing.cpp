// SPDX-License-Identifier: GPL-2.0-only
// Scopes.
// expect: value 123
#include <rex/rex.hpp>

static constexpr rex::u32 x = 100;

rex::Result shadowing(const rex::Once&) {
  rex::u32 sum = x;
  {
    const rex::u32 x = 20;
    sum += x;
  }
  if (const rex::u32 x = 3; x > 0) sum += x;
  return sum;
}
