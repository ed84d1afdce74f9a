// SPDX-License-Identifier: GPL-2.0-only
// says: take a reference (T&)
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  const char* name = "x";  // expect: pointer
  return 0;
}
