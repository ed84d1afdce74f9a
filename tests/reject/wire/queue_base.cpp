// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct A {
  int x;
};
struct B : A {
  int y;
};
rex::Queue<B, 4> q;  // expect: wire

rex::Result program(const rex::Once&) { return 0; }
