// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct I { int p; int q; };
struct S { I i{.p = i.q, .q = 2}; };  // expect: init-order

rex::Result program(const rex::Once&) {
  return 0;
}
