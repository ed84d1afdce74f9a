// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct A {
  int& r;  // expect: view-member
};

rex::Result program(const rex::Once&) { return 0; }
