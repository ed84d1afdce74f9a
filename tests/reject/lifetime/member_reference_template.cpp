// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template <class T>
struct A {
  T r;  // expect: view-member
};
static int f(int& x) { return A<int&>{x}.r; }

rex::Result program(const rex::Once&) { return 0; }
