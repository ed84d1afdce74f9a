// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

static rex::Span<int> f() {
  rex::Array<int, 2> a{};
  auto s = a.span();
  return s.first(1);  // expect: view-return
}

rex::Result program(const rex::Once&) { return 0; }
