// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template <auto F>
static int f() { return F(); }

rex::Result program(const rex::Once&) {
  return f<[n = 0]() mutable { return ++n; }>();  // expect: compiler
}
