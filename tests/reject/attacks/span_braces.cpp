// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

static rex::Span<const int> f(rex::Span<int> s) {
  rex::Array<int, 4> a{};
  return {a};  // expect: view-return
}

rex::Result program(const rex::Once&) { return 0; }
