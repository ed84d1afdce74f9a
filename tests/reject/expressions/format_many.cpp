// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  rex::print("{}", 1, 2);  // expect: compiler
  return 0;
}
