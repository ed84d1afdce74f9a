// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

namespace {
struct A { int a = 0; };
struct B : A { int b = 1; };
}

rex::Result program(const rex::Once&) {
  A a{};
  B b = rex::move<B>(a);  // expect: compiler
  return b.b;
}
