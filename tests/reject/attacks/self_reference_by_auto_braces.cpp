// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct S { int a; int b; };

rex::Result program(const rex::Once&) {
  S s{.a = 1, .b = s.a};  // expect: self-init
  return s.b;
}
