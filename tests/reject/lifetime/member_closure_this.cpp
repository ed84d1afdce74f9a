// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template <class F>
struct A {
  F f;  // expect: view-member
};
template <class F>
A(F) -> A<F>;
struct B {
  int x = 1;
  int f() { return A{[this] { return x; }}.f(); }
};

rex::Result program(const rex::Once&) { return 0; }
