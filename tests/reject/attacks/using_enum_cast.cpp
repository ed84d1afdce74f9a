// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

enum class E { a, b };

rex::Result program(const rex::Once&) {
  using enum E;
  E e = E(1);  // expect: enum-cast
  return e == b;
}
