// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

static auto keep(rex::Span<int> s) {
  return [s] { return s[0]; };  // expect: closure-return
}

rex::Result program(const rex::Once&) { return 0; }
