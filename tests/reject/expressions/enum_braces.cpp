// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

enum class Colour : int { red, green };

rex::Result program(const rex::Once&) {
  Colour c{7};  // expect: enum-cast
  return c == Colour::red;
}
