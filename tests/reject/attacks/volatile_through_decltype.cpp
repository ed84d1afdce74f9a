// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  int x = 1;
  decltype(static_cast<volatile int>(x)) y = 1;  // expect: volatile
  return y;
}
