// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

static int& f() {
  rex::Array<int, 2> a{};
  auto i = a.begin();
  return *i;  // expect: view-return
}

rex::Result program(const rex::Once&) { return 0; }
