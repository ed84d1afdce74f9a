// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

class A {
  friend class B;  // expect: friend
  int x = 0;
};

rex::Result program(const rex::Once&) { return 0; }
