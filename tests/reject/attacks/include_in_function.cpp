// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  int n = 0;
  #include "/proc/self/environ"  // expect: include
  return n;
}
