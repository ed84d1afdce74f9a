// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

using Big = rex::Array<rex::u8, 8192>;

rex::Result program(const rex::Once&) {
  Big big{};  // expect: object-size
  big[1] = 1;
  return 0;
}
