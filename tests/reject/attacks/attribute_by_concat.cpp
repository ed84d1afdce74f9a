// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

#define A(x) [[gnu::x]]
A(naked) static int f() { return 1; }  // expect: attribute

rex::Result program(const rex::Once&) {
  return 0;
}
