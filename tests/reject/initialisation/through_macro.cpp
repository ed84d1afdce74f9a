// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

#define DECLARE(name) int name

rex::Result program(const rex::Once&) {
  DECLARE(x);  // expect: init
  x = 1;
  return x;
}
