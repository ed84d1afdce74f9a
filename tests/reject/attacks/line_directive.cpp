// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

#line 1 "rex/rex.hpp"  // expect: line-marker
static int* f() { return nullptr; }  // expect: pointer

rex::Result program(const rex::Once&) {
  return 0;
}
