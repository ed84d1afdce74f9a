// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::HashMap<rex::u32, rex::u32, 8> map;

rex::Result program(const rex::Once&) {
  const auto& e = *map.begin();  // expect: view-temporary
  return static_cast<int>(e.key);
}
