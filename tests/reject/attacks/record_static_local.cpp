// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  static rex::Option<rex::Record<int>> kept;  // expect: static-local
  return 0;
}
