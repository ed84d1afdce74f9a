// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

enum class E : rex::u8 { a, b };
constexpr E bad{9};  // expect: enum-cast
template <E e>
static E get() { return e; }  // expect: enum-cast

rex::Result program(const rex::Once&) {
  return rex::to_underlying(get<bad>());
}
