// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct A {
  rex::Array<int, 4> a{};
  rex::Span<int> span() { return a; }
};
static rex::Span<int> f() {
  A a{};
  return a.span();  // expect: view-return
}

rex::Result program(const rex::Once&) { return 0; }
