// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::RingBuf<4096> out;

template <class T>
static void send(const T& x) {
  out.output(x);  // expect: wire
}

rex::Result program(const rex::Once&) {
  send(true);
  return 0;
}
