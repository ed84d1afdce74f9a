// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

#define COUNTER(name) rex::u32 name = 0

COUNTER(calls);  // expect: global

rex::Result program(const rex::Once&) {
  ++calls;
  return 0;
}
