// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  return [] {
    static int x = 0;  // expect: static-local
    return ++x;
  }();
}
