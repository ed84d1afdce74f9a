// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct P { int a = 1; int b = 2; };
template <class T>
static const int& f(T a) {
  auto& [... e] = a;
  return e...[0];  // expect: view-return
}

rex::Result program(const rex::Once&) {
  return f(P{});
}
