// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct S { int x = 1; };
static const S& operator|(const S& a [[clang::lifetimebound]], const S& b [[clang::lifetimebound]]) { return a.x ? a : b; }

rex::Result program(const rex::Once&) {
  S s{};
  const S& r = s | S{} | s;  // expect: view-temporary
  return r.x;
}
