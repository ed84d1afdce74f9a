// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  static rex::Array<int, 3> x{};  // expect: static-local
  return x[0];
}
