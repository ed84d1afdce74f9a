// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct E {};
struct A : E {
  rex::u8 a;
  rex::u16 b;
};
rex::Queue<A, 4> q;  // expect: wire

rex::Result program(const rex::Once&) { return 0; }
