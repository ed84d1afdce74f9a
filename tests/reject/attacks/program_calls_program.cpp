// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once& c) {
  return c.operator=(c), 0;  // expect: compiler
}
