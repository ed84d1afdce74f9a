// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

enum class E : rex::u8 { a };
struct H { E e; };
template <H h>
int f() {
  return rex::to_underlying(h.e);
}

rex::Result program(const rex::Once&) {
  return f<H{E{77}}>();  // expect: enum-cast
}
