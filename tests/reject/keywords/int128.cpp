// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  __int128 x = 1;  // expect: reserved-name
  return 0;
}
