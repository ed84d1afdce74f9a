// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

using Number = int;

rex::Result program(const rex::Once&) {
  Number x;  // expect: init
  x = 1;
  return x;
}
