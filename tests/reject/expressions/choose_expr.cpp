// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  return __builtin_choose_expr(1, 2, 3);  // expect: reserved-name
}
