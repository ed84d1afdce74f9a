// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template <class T>
struct A {
  int f() { return 1; }
};
template <class T>
struct A<rex::Option<T>> {
  T x{};
  int f() { return *(&x); }  // expect: pointer
};

rex::Result program(const rex::Once&) {
  return A<rex::Option<int>>{}.f();
}
