// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct A {
  int x = 0;
  void f() {
    this->~A();  // expect: destructor-call
  }
};

rex::Result program(const rex::Once&) {
  A{}.f();
  return 0;
}
