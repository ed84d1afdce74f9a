// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

enum class E : rex::u8 { a };
template <E e = static_cast<E>(77)>  // expect: enum-cast
struct S {
  static constexpr E value = e;  // expect: enum-cast
};

rex::Result program(const rex::Once&) {
  return rex::to_underlying(S<>::value);
}
