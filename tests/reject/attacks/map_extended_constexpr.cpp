// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

constexpr auto&& q = rex::Queue<int, 4>{};  // expect: map-scope

rex::Result program(const rex::Once&) {
  return q.push(1) ? 0 : 1;
}
