// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct A {
  int x = 0;
  auto get() {
    return [this] { return x; };  // expect: closure-return
  }
};

rex::Result program(const rex::Once&) { return 0; }
