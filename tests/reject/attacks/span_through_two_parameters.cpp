// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template <class T>
static T second(T a, T b) {
  return b;  // expect: view-return
}
static rex::Span<int> f(rex::Span<int> s) {
  rex::Array<int, 2> a{};
  return second(s, a.span());
}

rex::Result program(const rex::Once&) { return 0; }
