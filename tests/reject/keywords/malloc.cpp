// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  auto& p = malloc(3);  // expect: std-library
  return 0;
}
