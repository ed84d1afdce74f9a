// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct S {
  S();
  int x;
};
S::S() = default;  // expect: constructor-init

rex::Result program(const rex::Once&) {
  S s{};
  return s.x;
}
