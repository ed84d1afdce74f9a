// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct A {
  rex::u32 a;
  rex::u16 b;
};
struct B {
  rex::Array<A, 2> all;
};
rex::Queue<B, 4> q;  // expect: wire

rex::Result program(const rex::Once&) { return 0; }
