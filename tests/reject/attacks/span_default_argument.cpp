// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

static rex::Span<const int> whole(rex::Span<const int> s = rex::Array{1, 2}) { return s; }

rex::Result program(const rex::Once&) {
  auto s = whole();  // expect: view-temporary
  return s[0];
}
