// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  rex::Array<bool, 2> a{true, true};
  return rex::sum(a, false) ? 1 : 0;  // expect: compiler
}
