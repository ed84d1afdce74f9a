// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template <auto F, class T>
static auto wrap(T x) { return F(x); }

rex::Result program(const rex::Once&) {
  rex::Array<int, 2> a{1, 2};
  return wrap<[](auto s) { return s; }>(a.span())[0];  // expect: closure-return
}
