// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::RingBuf<4096> events;

rex::Result program(const rex::Once&) {
  return events.output(rex::Option<int>{3}) ? 0 : 1;  // expect: wire
}
