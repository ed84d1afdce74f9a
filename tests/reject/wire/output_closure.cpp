// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::RingBuf<4096> out;

rex::Result program(const rex::Once&) {
  out.output([x = 1] { return x; });  // expect: wire
  return 0;
}
