// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Queue<int, 4> a;
rex::Queue<int, 4> b;

rex::Result program(const rex::Once&) {
  rex::swap(a, b);  // expect: compiler
  return 0;
}
