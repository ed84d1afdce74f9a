// SPDX-License-Identifier: GPL-2.0-only
// says: compute in integers
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  double ratio = 1.5;  // expect: floating-point
  return 0;
}
