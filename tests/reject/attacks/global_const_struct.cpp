// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct A {
  int n = 0;
};
const A a{};  // expect: global

rex::Result program(const rex::Once&) { return 0; }
