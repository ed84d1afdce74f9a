// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct A {
  static int one() { return 1; }
};

rex::Result program(const rex::Once&) {
  auto f = A::one;  // expect: function-pointer
  return f();
}
