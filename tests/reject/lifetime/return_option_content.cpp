// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

static const int& f() {
  rex::Option<int> o{1};
  return *o;  // expect: view-return
}

rex::Result program(const rex::Once&) { return 0; }
