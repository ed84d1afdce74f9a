// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

using Ratio = double;  // expect: floating-point

rex::Result program(const rex::Once&) {

  return 0;
}
