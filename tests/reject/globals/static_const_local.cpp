// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  static const int x = 3;  // expect: static-local
  return x;
}
