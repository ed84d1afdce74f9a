// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  auto m = rex::bit_cast<rex::Message>(rex::u64{4096});  // expect: wire
  rex::panic(m);
  return 0;
}
