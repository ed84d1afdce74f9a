// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::RingBuf<4096> events;

rex::Result program(const rex::Once&) {
  rex::u64 secret = 1;
  auto f = [secret] { return secret; };
  return events.output(f) ? 0 : 1;  // expect: wire
}
