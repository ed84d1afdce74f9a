// SPDX-License-Identifier: GPL-2.0-only
// options: -fexceptions -frtti
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {  // expect: driver
  return 0;
}
