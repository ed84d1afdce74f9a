// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

static int first(const int* values) {  // expect: pointer
  return values[0];
}

rex::Result program(const rex::Once&) { return first(0); }
