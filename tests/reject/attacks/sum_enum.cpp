// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

enum class E : rex::u8 { a };
static int operator+(E, E) { return 77; }

rex::Result program(const rex::Once&) {
  rex::Array<E, 1> one{E::a};
  const E e = rex::sum(one, E::a);  // expect: compiler
  return rex::to_underlying(e);
}
