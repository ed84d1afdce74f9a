// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct A {
  int x = 0;
};
static void swap(A& a, A& b) { *(&a.x + 3) = b.x; }  // expect: pointer

rex::Result program(const rex::Once&) {
  return 0;
}
