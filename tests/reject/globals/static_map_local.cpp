// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  static rex::Queue<int, 4> q;  // expect: map-scope
  return 0;
}
