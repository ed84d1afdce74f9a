// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

namespace {
struct A { int a = 1; };
struct B : private A { int b = 2; A& base() { return *this; } };
}

rex::Result program(const rex::Once&) {
  auto& a = B{}.base();  // expect: view-temporary
  return a.a;
}
