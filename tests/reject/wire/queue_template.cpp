// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template <class T>
struct Pair {
  T a;
  rex::u64 b;
};
rex::Queue<Pair<rex::u8>, 4> q;  // expect: wire

rex::Result program(const rex::Once&) { return 0; }
