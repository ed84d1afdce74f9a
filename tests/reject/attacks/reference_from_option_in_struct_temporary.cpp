// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct S { rex::Option<int> o{3}; };
static S make() { return {}; }

rex::Result program(const rex::Once&) {
  auto& r = *make().o;  // expect: view-temporary
  return r;
}
