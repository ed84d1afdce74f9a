// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

using Address = int*;  // expect: pointer

rex::Result program(const rex::Once&) {
  int x = 1;
  Address p = &x;  // expect: pointer
  return *p;
}
