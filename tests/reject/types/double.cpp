// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  double x = 1;  // expect: floating-point
  return 0;
}
