// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  rex::Array<rex::u8, 4000> a{};
  auto f = [a, b = a] { return a[0] + b[0]; };  // expect: object-size
  return f();
}
