// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::HashMap<rex::u32, rex::Array<rex::u8, 100000>, 4> map;

rex::Result program(const rex::Once&) {
  auto v = map.get(1);  // expect: object-size
  return v ? 1 : 0;
}
