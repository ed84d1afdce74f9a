// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::HashMap<rex::u32, rex::u32, 8> map;

static const auto& first() { return *map.begin(); }  // expect: view-return

rex::Result program(const rex::Once&) {
  return static_cast<int>(first().key);
}
