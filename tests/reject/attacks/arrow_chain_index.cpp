// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct A {
  int x = 0;
};

rex::Result program(const rex::Once&) {
  rex::Option<A> o{A{}};
  return (&*o)[1].x;  // expect: pointer
}
