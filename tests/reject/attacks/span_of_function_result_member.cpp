// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct A {
  rex::Array<int, 2> a{};
};
static A make() { return {}; }

rex::Result program(const rex::Once&) {
  auto s = make().a.span();  // expect: view-temporary
  return s[0];
}
