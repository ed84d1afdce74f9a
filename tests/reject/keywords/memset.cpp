// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  int x = 0;
  memset(x, 0, 4);  // expect: std-library
  return x;
}
