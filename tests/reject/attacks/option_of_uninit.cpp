// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct S {
  S() {}  // expect: constructor-init
  int x;
};

rex::Result program(const rex::Once&) {
  rex::Option<S> s{S{}};
  return (*s).x;
}
