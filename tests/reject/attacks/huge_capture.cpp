// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

constexpr rex::Array<rex::u8, 3000> table{};

rex::Result program(const rex::Once&) {
  auto f = [a = table, b = table, c = table] { return a[0] + b[1] + c[2]; };  // expect: object-size
  return f();
}
