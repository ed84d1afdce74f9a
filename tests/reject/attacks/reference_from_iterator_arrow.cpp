// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct P {
  int a = 0;
};
static int& f() {
  rex::Array<P, 2> all{};
  auto i = all.begin();
  return i->a;  // expect: view-return
}

rex::Result program(const rex::Once&) { return 0; }
