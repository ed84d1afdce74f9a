// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct A {
  static inline int counter = 0;  // expect: global
};

rex::Result program(const rex::Once&) { return 0; }
