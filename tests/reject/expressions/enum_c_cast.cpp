// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

enum class Colour { red, green };

rex::Result program(const rex::Once&) {
  return (Colour)7 == Colour::red;  // expect: enum-cast
}
