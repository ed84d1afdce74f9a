// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

static rex::Span<int> f() {
  rex::Option<rex::Array<int, 2>> o{rex::Array{1, 2}};
  return o->span();  // expect: view-return
}

rex::Result program(const rex::Once&) { return 0; }
