// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct S {
  int x = 3;
  auto f() { return [this] { return x; }; }  // expect: closure-return
};

rex::Result program(const rex::Once&) {
  return S{}.f()();
}
