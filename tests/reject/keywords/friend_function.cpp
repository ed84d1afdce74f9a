// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

class A {
  friend int peek(const A&) { return 1; }  // expect: friend
};

rex::Result program(const rex::Once&) { return 0; }
