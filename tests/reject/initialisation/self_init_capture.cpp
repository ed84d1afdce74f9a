// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  auto f = [y = 1] { return y; };
  int z = [z = f()] { return z; }() + z;  // expect: self-init
  return z;
}
