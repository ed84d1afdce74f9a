// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct E {};
struct A {
  [[no_unique_address]] E e;  // expect: attribute
  int b = 0;
};

rex::Result program(const rex::Once&) { return 0; }
