// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template <class T>
static T same(T x) {
  return x;
}
static rex::Span<int> f() {
  rex::Array<int, 2> a{};
  return same(a.span());  // expect: view-return
}

rex::Result program(const rex::Once&) { return 0; }
