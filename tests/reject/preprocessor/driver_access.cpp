// SPDX-License-Identifier: GPL-2.0-only
// options: -fno-access-control
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {  // expect: driver
  return 0;
}
