// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct A {
  rex::Option<rex::Task> task{};
};
rex::Queue<A, 4> q;  // expect: wire

rex::Result program(const rex::Once&) { return 0; }
