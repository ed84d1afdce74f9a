// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  const auto fill = [] {
    rex::Array<rex::u64, 1024> numbers{};  // expect: object-size
    numbers[1] = 1;
    return numbers[1];
  };
  if (fill() > 1) return 1;
  return 0;
}
