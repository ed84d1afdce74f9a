// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct A {
  int f;
  int g;
};

rex::Result program(const rex::Once&) {
  A a{.f = 1, .g = a.f};  // expect: self-init
  return a.g;
}
