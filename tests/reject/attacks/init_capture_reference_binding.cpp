// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  auto f = [&x = rex::Array<int, 2>{1, 2}[0]] { return x; };  // expect: view-temporary
  return f();
}
