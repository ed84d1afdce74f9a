// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  long long x = 3;
  auto& y = reinterpret_cast<int&>(x);  // expect: cast
  return y;
}
