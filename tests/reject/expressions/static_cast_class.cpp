// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct A {
  int x;
  A(int v) : x{v} {}
};

rex::Result program(const rex::Once&) {
  return static_cast<A>(3).x;  // expect: cast
}
