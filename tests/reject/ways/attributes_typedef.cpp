// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

using Aligned [[gnu::aligned(64)]] = rex::u64;  // expect: attribute

rex::Result program(const rex::Once&) {
  const Aligned value = 1;
  if (value > 1) return 1;
  return 0;
}
