// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct I {
  int v = 1;
  int get() const { return v; }
};
struct A {
  int x = i.get();  // expect: init-order
  I i{};
};

rex::Result program(const rex::Once&) { return 0; }
