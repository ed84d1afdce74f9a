// SPDX-License-Identifier: GPL-2.0-only
// says: take a reference (T&)
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  int value = 3;
  int* pointer = &value;  // expect: pointer
  return 0;
}
