// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Queue<int, 4> queue;
rex::Queue<int, 4> other;

rex::Result program(const rex::Once&) {
  queue = other;  // expect: compiler
  return 0;
}
