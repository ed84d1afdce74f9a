// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  rex::Array<rex::u64, 0x2000000000000000> a{};  // expect: compiler
  return 0;
}
