// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

static int helper(int x = *new int) {  // expect: new-delete
  return x;
}

rex::Result program(const rex::Once&) {
  return helper();
}
