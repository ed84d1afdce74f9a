// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::ArrayMap<rex::u64, 4> map;

rex::Result program(const rex::Once&) {
  auto c = map.cell(0);
  return static_cast<int>(rex::bit_cast<rex::u64>(*c));  // expect: wire
}
