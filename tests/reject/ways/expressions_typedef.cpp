// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

enum class Color : rex::u8 { red };
using Paint = Color;

rex::Result program(const rex::Once&) {
  const auto color = static_cast<Paint>(7);  // expect: enum-cast
  if (color == Color::red) return 1;
  return 0;
}
