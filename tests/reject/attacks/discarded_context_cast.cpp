// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  auto f = [](rex::Once&& o) { return 1; };
  return f({});  // expect: compiler
}
