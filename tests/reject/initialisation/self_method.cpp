// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct A {
  int x = 0;
  A next() const { return A{x + 1}; }
};

rex::Result program(const rex::Once&) {
  A a = a.next();  // expect: self-init
  return a.x;
}
