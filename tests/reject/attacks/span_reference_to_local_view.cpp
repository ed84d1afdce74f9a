// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

static const rex::Span<int>& f(rex::Span<int> s) {
  auto t = s;
  const auto& u = t;
  return u;  // expect: view-return
}

rex::Result program(const rex::Once&) { return 0; }
