// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  _Complex double z = 1;  // expect: reserved-name
  return 0;
}
