// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template <class T>
struct A {
  struct B {
    T x{};
    int f() { return *(&x + 1); }  // expect: pointer
  };
};

rex::Result program(const rex::Once&) {
  return A<int>::B{}.f();
}
