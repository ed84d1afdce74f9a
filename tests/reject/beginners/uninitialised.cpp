// SPDX-License-Identifier: GPL-2.0-only
// says: give it a value
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  int value;  // expect: init
  value = 3;
  return 0;
}
