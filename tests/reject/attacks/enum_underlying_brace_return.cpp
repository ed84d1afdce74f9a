// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

enum class E : int { a };
static E f(int x) { return E{x}; }  // expect: enum-cast

rex::Result program(const rex::Once&) {
  return f(9) == E::a;
}
