// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

[[using gnu: section("x")]] static int f() { return 1; }  // expect: attribute

rex::Result program(const rex::Once&) {
  return 0;
}
