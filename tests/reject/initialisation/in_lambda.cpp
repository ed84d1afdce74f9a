// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  return [] {
    int x;  // expect: init
    x = 1;
    return x;
  }();
}
