// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template <auto F>
struct A {
  int x = 0;
  int f() { return F(x); }
};

rex::Result program(const rex::Once&) {
  return A<[](int& x) { return *(&x + 1); }>{}.f();  // expect: pointer
}
