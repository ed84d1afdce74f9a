// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

#define ADDRESS(x) &x

rex::Result program(const rex::Once&) {
  int x = 1;
  return *ADDRESS(x);  // expect: pointer
}
