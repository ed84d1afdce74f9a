// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template <class T>
struct A {
  int f() { return 1; }
};
template <>
int A<int>::f();  // expect: undefined-function

rex::Result program(const rex::Once&) { return 0; }
