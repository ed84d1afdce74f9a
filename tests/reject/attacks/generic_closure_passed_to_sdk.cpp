// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  rex::Array<int, 3> a{};
  rex::sort(a, [](auto& x, auto& y) { return *(&x + 100) < y; });  // expect: pointer
  return 0;
}
