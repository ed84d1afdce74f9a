// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  static int counter = 0;  // expect: static-local
  return ++counter;
}
