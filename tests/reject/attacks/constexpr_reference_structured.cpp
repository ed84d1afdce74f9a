// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct P { int a = 0; int b = 0; };
static constexpr P&& p = P{};  // expect: global

rex::Result program(const rex::Once&) {
  auto& [a, b] = p;
  return ++a;
}
