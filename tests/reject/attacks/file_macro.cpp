// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  auto s = __FILE__;  // expect: c-array
  return 0;
}
