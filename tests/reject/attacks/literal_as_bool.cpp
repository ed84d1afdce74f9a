// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  if ("x") return 1;  // expect: c-array
  return 0;
}
