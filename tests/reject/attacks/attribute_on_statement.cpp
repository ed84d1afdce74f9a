// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  int x = 1;
  [[clang::nomerge]] { x = 2; }  // expect: attribute
  return x;
}
