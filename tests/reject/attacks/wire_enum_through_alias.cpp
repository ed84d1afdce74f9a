// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

enum E { a };
using F = E;
struct S {
  F f;
};
rex::Queue<S, 4> q;  // expect: wire

rex::Result program(const rex::Once&) { return 0; }
