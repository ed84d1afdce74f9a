// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  const auto make = [] {
    rex::u32 number;  // expect: init
    number = 1;
    return number;
  };
  if (make() > 1) return 1;
  return 0;
}
