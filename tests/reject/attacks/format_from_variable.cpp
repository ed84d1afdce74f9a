// SPDX-License-Identifier: GPL-2.0-only
// A format that is no literal would be an address of the program's choice.
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  const auto* format = "{}";  // expect: pointer
  rex::print(format, 1);  // expect: compiler
  return 0;
}
