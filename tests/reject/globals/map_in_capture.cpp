// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  auto f = [q = rex::Queue<int, 4>{}] { return 1; };  // expect: map-scope
  return f();
}
