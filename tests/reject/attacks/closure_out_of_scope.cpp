// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  auto make = [](int x) { return [&x] { return x; }; };  // expect: closure-return
  return make(3)();
}
