// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

namespace {
struct A { int a = 0; };
struct B : A { int b = 1; };
int f(rex::Span<A> s) { return s[1].a; }
}

rex::Result program(const rex::Once&) {
  rex::Array<B, 4> a{};
  return f(a);  // expect: compiler
}
