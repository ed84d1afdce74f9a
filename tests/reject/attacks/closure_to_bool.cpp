// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  auto f = [] { return 1; };
  if (f) return 1;  // expect: function-pointer
  return !f;  // expect: function-pointer
}
