// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct S { int x = 1; };
template <class T>
static int f(T& o) { return o.operator->()->x; }  // expect: pointer

rex::Result program(const rex::Once&) {
  rex::Option<S> o{S{}};
  return f(o);
}
