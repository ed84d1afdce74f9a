// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

#define template struct  // expect: macro

rex::Result program(const rex::Once&) {

  return 0;
}
