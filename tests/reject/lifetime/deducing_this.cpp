// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct A {
  int x = 0;
  const auto& self(this const auto& me) { return me; }
};

rex::Result program(const rex::Once&) {
  const A& r = A{}.self();  // expect: view-temporary
  return r.x;
}
