// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct S {
  int x = 0;
  int f() {
    auto g = [p = this] { return p->x; };  // expect: pointer
    return g();
  }
};

rex::Result program(const rex::Once&) {
  S s{};
  return s.f();
}
