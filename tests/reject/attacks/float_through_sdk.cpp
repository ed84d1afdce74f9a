// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  return rex::max(1.0, 2.0) > 1;  // expect: floating-point
}
