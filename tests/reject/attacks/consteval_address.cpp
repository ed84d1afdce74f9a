// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

consteval const int& pick(const int& x) { return x; }

rex::Result program(const rex::Once&) {
  static constexpr int a = 4;
  const int& r = pick(a);
  const int& q = pick(5);  // expect: compiler
  return r + q;
}
