// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  int n = 2;
  return sizeof(int[n]);  // expect: c-array
}
