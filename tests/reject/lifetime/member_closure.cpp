// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template <class F>
struct A {
  F f;  // expect: view-member
};
template <class F>
A(F) -> A<F>;
static int f() {
  int x = 1;
  return A{[&] { return x; }}.f();
}

rex::Result program(const rex::Once&) { return 0; }
