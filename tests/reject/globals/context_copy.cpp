// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once& once) {
  auto copy = once;  // expect: compiler
  return 0;
}
