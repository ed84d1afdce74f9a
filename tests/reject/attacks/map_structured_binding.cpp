// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Queue<int, 4> q;

rex::Result program(const rex::Once&) {
  auto& [m] = q;  // expect: compiler
  return 0;
}
