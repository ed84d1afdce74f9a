// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  const int x = 1;
  using R = int&;
  static_cast<void>(R(x) = 2);  // expect: cast
  return x;
}
