// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct A {
  const int& r = 3;  // expect: view-member
};

rex::Result program(const rex::Once&) { return 0; }
