// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  rex::Array<int, 2> x{[=] { return sizeof(x); }() ? 1 : 0, 2};  // expect: self-init
  return x[0];
}
