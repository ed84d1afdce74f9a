// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct A {
  int x[3]{};  // expect: c-array
};

rex::Result program(const rex::Once&) { return 0; }
