// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

enum class Colour { red, green };

rex::Result program(const rex::Once&) {
  Colour c;  // expect: init
  c = Colour::red;
  return c == Colour::red;
}
