// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

enum class E : rex::u8 { a, b };
template <E e>
struct S {
  static E get() { return e; }  // expect: enum-cast
};
template <rex::u8 N>
static E make() { return S<static_cast<E>(N)>::get(); }  // expect: enum-cast

rex::Result program(const rex::Once&) {
  return rex::to_underlying(make<9>());
}
