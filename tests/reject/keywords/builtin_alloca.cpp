// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  return sizeof(__builtin_alloca(8));  // expect: reserved-name
}
