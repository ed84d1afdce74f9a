// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct A {
  int f() { return 1; }
};

rex::Result program(const rex::Once&) {
  A a{};
  return (a.*&A::f)();  // expect: member-pointer
}
