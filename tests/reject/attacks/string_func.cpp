// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

static rex::Text<40> f() { return __func__; }  // expect: reserved-name

rex::Result program(const rex::Once&) {
  return 0;
}
