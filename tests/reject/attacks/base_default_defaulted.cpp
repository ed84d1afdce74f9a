// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct B {
  int x;
};
struct D : B {
  D() = default;
  D(int) {}  // expect: init
};

rex::Result program(const rex::Once&) {
  D d{1};
  return d.x;
}
