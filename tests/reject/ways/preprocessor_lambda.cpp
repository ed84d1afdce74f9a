// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

#define CLOSURE [] { return __builtin_popcount(3U); }

rex::Result program(const rex::Once&) {
  const auto count = CLOSURE;  // expect: reserved-name
  if (count() > 1) return 1;
  return 0;
}
