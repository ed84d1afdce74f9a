// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::RingBuf<4096> out;

struct A {
  rex::u8 a;
  rex::u32 b;
};

rex::Result program(const rex::Once&) {
  out.output(A{1, 2});  // expect: wire
  return 0;
}
