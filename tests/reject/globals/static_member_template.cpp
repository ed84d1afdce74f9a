// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template <class T>
struct A {
  static inline T counter = 0;  // expect: global
};
static int f() { return ++A<int>::counter; }

rex::Result program(const rex::Once&) { return 0; }
