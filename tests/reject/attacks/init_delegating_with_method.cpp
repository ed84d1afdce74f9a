// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct A {
  int x;
  explicit A(int v) : x{v} {}
  A() : A(get()) {}  // expect: init-order
  int get() const { return x; }
};

rex::Result program(const rex::Once&) { return 0; }
