// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

#define and rex::detail  // expect: compiler

rex::Result program(const rex::Once&) {
  return 0;
}
