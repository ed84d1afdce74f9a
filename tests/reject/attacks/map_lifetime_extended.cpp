// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  auto&& q = rex::Queue<int, 4>{};  // expect: map-scope
  return q.push(1) ? 0 : 1;
}
