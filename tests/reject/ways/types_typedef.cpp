// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

using Bytes = rex::u8[16];  // expect: c-array

rex::Result program(const rex::Once&) {

  return 0;
}
