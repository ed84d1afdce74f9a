// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

static rex::Array<rex::u8, 8192> make() { return {}; }

rex::Result program(const rex::Once&) {
  auto a = make();  // expect: object-size
  return a[0];
}
