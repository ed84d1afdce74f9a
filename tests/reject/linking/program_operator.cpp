// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct A {
  int x = 0;
};
rex::Result operator+(const A&) { return 0; }  // expect: linkage

rex::Result program(const rex::Once&) { return 0; }
