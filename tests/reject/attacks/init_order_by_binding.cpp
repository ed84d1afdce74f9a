// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct S {
  int a;
  int b;
  S() : a([this] { auto& [x, y] = *this; return y; }()), b(1) {}  // expect: init-order
};

rex::Result program(const rex::Once&) {
  return 0;
}
