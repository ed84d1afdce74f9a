// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

#define COUNT(x) __builtin_popcount(x)

rex::Result program(const rex::Once&) {
  return COUNT(3);  // expect: reserved-name
}
