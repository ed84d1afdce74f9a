// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  auto t = rex::bit_cast<rex::Task>(rex::u64{4096});  // expect: wire
  return t.utime();
}
