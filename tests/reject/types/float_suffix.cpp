// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  auto x = 1e3f;  // expect: floating-point
  return 0;
}
