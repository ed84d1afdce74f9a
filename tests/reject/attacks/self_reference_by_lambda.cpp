// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  int x = [&] { return x; }();  // expect: self-init
  return x;
}
