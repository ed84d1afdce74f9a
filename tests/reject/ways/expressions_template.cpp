// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template <class To, class From>
To change(From value) {
  return static_cast<To>(value);  // expect: enum-cast
}
enum class Color : rex::u8 { red };

rex::Result program(const rex::Once&) {
  if (change<Color>(7) == Color::red) return 1;
  return 0;
}
