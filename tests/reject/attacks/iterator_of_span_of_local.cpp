// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

static auto f() {
  rex::Array<int, 2> a{};
  return a.span().begin();  // expect: view-return
}

rex::Result program(const rex::Once&) { return 0; }
