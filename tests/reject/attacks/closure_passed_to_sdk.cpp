// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  rex::Array<int, 3> a{};
  rex::for_each(a, [](int& x) { *(&x + 100) = 1; });  // expect: pointer
  return 0;
}
