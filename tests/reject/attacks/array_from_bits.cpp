// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  auto a = rex::bit_cast<rex::Array<rex::Option<int>, 1>>(rex::u64{1});  // expect: wire
  return 0;
}
