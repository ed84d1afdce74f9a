// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct Mine : rex::Queue<rex::u32, 4> {};  // expect: inherit-sdk

rex::Result program(const rex::Once&) {

  return 0;
}
