// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  __typeof__(1) x = 1;  // expect: reserved-name
  return x;
}
