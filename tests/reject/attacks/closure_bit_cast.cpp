// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  int x = 1;
  auto f = [&x] { return x; };
  return rex::bit_cast<rex::u64>(f);  // expect: wire
}
