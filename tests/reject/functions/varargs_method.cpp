// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct A {
  static int f(...) { return 1; }  // expect: varargs
};

rex::Result program(const rex::Once&) { return 0; }
