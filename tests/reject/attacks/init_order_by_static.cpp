// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct S {
  static int get(const S& s) { return s.b; }
  int a = get(*this);  // expect: init-order
  int b = 1;
};

rex::Result program(const rex::Once&) {
  return 0;
}
