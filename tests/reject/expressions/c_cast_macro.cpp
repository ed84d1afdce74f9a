// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

#define TO_INT(x) (int)(x)

rex::Result program(const rex::Once&) {
  return TO_INT(3ll);  // expect: cast
}
