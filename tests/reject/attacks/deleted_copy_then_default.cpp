// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct A {
  int x = 0;
  A() = default;
  A(const A&) = delete;
};

rex::Result program(const rex::Once&) {
  A a{};
  A b = a;  // expect: compiler
  return b.x;
}
