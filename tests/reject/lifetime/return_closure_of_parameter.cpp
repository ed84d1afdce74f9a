// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

static auto f(int& x) {
  return [&x] { return x; };  // expect: closure-return
}

rex::Result program(const rex::Once&) { return 0; }
