// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  return __builtin_va_arg(1, int);  // expect: reserved-name
}
