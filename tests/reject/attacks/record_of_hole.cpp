// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::RingBuf<4096> ring;
struct A {
  rex::u8 x;
  rex::u32 y;
};

rex::Result program(const rex::Once&) {
  auto a = ring.reserve<A>();  // expect: wire
  return 0;
}
