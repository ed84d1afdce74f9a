// SPDX-License-Identifier: GPL-2.0-only
// says: there is no heap
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  auto memory = malloc(16);  // expect: std-library
  return 0;
}
