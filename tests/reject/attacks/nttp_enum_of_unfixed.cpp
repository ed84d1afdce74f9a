// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

enum E { a, b };
template <E e = E(1)>  // expect: enum-cast
static E get() { return e; }

rex::Result program(const rex::Once&) {
  return get();
}
