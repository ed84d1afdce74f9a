// SPDX-License-Identifier: GPL-2.0-only
// says: a = b copies all of it
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  int a = 1;
  int b = 2;
  memcpy(&a, &b, sizeof a);  // expect: std-library
  return 0;
}
