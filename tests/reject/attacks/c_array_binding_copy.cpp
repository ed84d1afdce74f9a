// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  auto [e] = rex::Array<int, 3>{};  // expect: c-array
  return e[7];
}
