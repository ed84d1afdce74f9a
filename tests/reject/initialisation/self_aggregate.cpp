// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct A {
  int x;
  int y;
};

rex::Result program(const rex::Once&) {
  A a{1, a.x};  // expect: self-init
  return a.y;
}
