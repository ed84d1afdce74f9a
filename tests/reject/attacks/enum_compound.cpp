// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

enum E { a, b };

rex::Result program(const rex::Once&) {
  E e = a;
  e = static_cast<decltype(e)>(e | 7);  // expect: enum-cast
  return e;
}
