// SPDX-License-Identifier: GPL-2.0-only
// says: format has more placeholders than there are arguments
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  rex::print("{} {}", 1);  // expect: compiler
  return 0;
}
