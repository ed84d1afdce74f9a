// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

using Counter = rex::u32;
Counter calls = 0;  // expect: global

rex::Result program(const rex::Once&) {
  ++calls;
  return 0;
}
