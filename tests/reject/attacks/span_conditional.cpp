// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

static rex::Span<int> f(rex::Span<int> s, bool b) {
  rex::Array<int, 4> a{};
  return b ? s : a.span();  // expect: view-return
}

rex::Result program(const rex::Once&) { return 0; }
