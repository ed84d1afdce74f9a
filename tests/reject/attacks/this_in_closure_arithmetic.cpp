// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct S {
  int x = 1;
  int f() { return [this] { return this[1].x; }(); }  // expect: pointer
};

rex::Result program(const rex::Once&) {
  return 0;
}
