// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  rex::Array<int, 3> a{};
  auto& [e] = a;  // expect: c-array
  return e[7];
}
