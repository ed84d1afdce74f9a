// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  _BitInt(7) x = 1;  // expect: reserved-name
  return 0;
}
