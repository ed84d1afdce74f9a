// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

enum Bits { one = 1, two = 2 };

rex::Result program(const rex::Once&) {
  Bits b = static_cast<Bits>(one | two);  // expect: enum-cast
  return b;
}
