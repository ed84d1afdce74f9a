// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

#define HIDDEN [[gnu::visibility("default")]]

HIDDEN rex::u32 one() { return 1; }  // expect: attribute

rex::Result program(const rex::Once&) {
  if (one() > 1) return 1;
  return 0;
}
