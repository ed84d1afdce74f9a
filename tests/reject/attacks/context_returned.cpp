// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

static const rex::Once& keep(const rex::Once& once, const rex::Once& other) {
  return once;  // expect: view-return
}

rex::Result program(const rex::Once&) {
  return 0;
}
