// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Param<int&> p;  // expect: compiler

rex::Result program(const rex::Once&) {
  return 0;
}
