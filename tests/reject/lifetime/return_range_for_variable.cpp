// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

static int& f() {
  rex::Array<int, 2> a{};
  for (int& x : a)
    return x;  // expect: view-return
  return f();
}

rex::Result program(const rex::Once&) { return 0; }
