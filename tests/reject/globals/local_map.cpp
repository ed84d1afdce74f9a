// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  rex::Queue<int, 4> queue;  // expect: map-scope
  return 0;
}
