// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct A {
  int x = 0;
};
static rex::Option<A> find() { return A{}; }

rex::Result program(const rex::Once&) {
  const auto& r = find().value_or(A{}).x;
  const auto& s = *find();  // expect: view-temporary
  return r + s.x;
}
