// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

enum E { a, b };

rex::Result program(const rex::Once&) {
  auto e = rex::bit_cast<E>(7u);  // expect: wire
  return e == a;
}
