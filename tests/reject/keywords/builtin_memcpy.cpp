// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  int x = 1;
  __builtin_memcpy(&x, &x, 4);  // expect: reserved-name
  return x;
}
