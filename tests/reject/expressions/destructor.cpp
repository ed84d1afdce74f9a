// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct A {
  int x = 0;
};

rex::Result program(const rex::Once&) {
  A a{};
  a.~A();  // expect: destructor-call
  return 0;
}
