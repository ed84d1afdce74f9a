// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct A {
  mutable int x = 0;  // expect: mutable
};

rex::Result program(const rex::Once&) { return 0; }
