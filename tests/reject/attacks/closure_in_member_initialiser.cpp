// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct A {
  int x = [](int y) { return *(&y + 4); }(3);  // expect: pointer
};

rex::Result program(const rex::Once&) {
  return A{}.x;
}
