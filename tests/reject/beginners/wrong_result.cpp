// SPDX-License-Identifier: GPL-2.0-only
// says: write Result as its return type
#include <rex/rex.hpp>

int other(const rex::Once&) {  // expect: program
  return 0;
}

rex::Result program(const rex::Once&) {

  return 0;
}
