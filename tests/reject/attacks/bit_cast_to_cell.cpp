// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  auto c = rex::bit_cast<rex::Cell<rex::u64>>(rex::u64{1});  // expect: wire
  return static_cast<int>(c.load());
}
