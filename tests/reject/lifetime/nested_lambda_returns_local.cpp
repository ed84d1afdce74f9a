// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  auto f = [] {  // expect: closure-return
    int x = 1;
    return [&x] { return x; };
  };
  return f()();
}
