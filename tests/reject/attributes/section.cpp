// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

[[gnu::section(".init.text")]]  // expect: attribute
rex::Result program(const rex::Once&) {
  return 0;
}
