// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

enum class E : rex::u8 { a };
template <E e = E{77}>  // expect: enum-cast
int f() {
  return rex::to_underlying(e);  // expect: enum-cast
}

rex::Result program(const rex::Once&) {
  return f();
}
