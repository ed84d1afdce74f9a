// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  volatile int x = 1;  // expect: volatile
  return x;
}
