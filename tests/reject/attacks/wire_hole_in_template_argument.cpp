// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template <class T>
struct Box {
  rex::u8 tag;
  T value;
};
rex::Queue<Box<rex::u16>, 4> q;  // expect: wire

rex::Result program(const rex::Once&) { return 0; }
