// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::RingBuf<4096> out;

rex::Result program(const rex::Once&) {
  out.output(true);  // expect: wire
  return 0;
}
