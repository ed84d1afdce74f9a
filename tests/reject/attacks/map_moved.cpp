// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Queue<int, 4> a;

rex::Result program(const rex::Once&) {
  auto c = rex::move(a);  // expect: compiler
  return 0;
}
