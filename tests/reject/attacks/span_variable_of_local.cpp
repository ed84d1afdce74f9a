// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

static rex::Span<int> f(rex::Span<int> s) {
  rex::Array<int, 4> a{};
  auto t = s.size() > 3 ? s : a.span();
  return t;  // expect: view-return
}

rex::Result program(const rex::Once&) { return 0; }
