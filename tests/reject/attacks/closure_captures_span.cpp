// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

static auto f() {
  rex::Array<int, 2> a{};
  return [s = a.span()] { return s[0]; };  // expect: closure-return
}

rex::Result program(const rex::Once&) { return 0; }
