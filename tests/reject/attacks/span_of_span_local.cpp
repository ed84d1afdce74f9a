// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

static rex::Span<int> f(rex::Span<int> s) {
  rex::Array<int, 2> a{};
  rex::Span<int> t = a;
  return t.part(0, 1).first(1);  // expect: view-return
}

rex::Result program(const rex::Once&) { return 0; }
