// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  int n = 0;
  for (int i = 0; i < 3; ++i) {
    int x;  // expect: init
    x = i;
    n += x;
  }
  return n;
}
