// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  int n = 3;
  int values[n];  // expect: c-array
  return 0;
}
