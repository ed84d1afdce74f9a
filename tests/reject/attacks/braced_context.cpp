// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

static int look(const rex::Once&) { return 1; }

rex::Result program(const rex::Once&) {
  return look({});  // expect: compiler
}
