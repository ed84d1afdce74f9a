// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Queue<int, 4> queue;

rex::Result program(const rex::Once&) {
  auto copy = queue;  // expect: compiler
  return 0;
}
