// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct S {
  static rex::Queue<int, 4> q;  // expect: map-scope
};
rex::Queue<int, 4> S::q;  // expect: map-scope

rex::Result program(const rex::Once&) {
  return 0;
}
