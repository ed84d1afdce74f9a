// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct A {
  int x = 0;
  template <class T>
  static int use(T t) { return t->x; }
  int f() { return use(this); }  // expect: pointer
};

rex::Result program(const rex::Once&) {
  return A{}.f();
}
