// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

enum class E : rex::u8 { a, b };
struct H { E e; };
template <H h = H{E{9}}>  // expect: enum-cast
static E get() { return h.e; }

rex::Result program(const rex::Once&) {
  return rex::to_underlying(get());
}
