// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

static rex::Option<rex::Record<int>> kept;  // expect: global

rex::Result program(const rex::Once&) {
  return 0;
}
