// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct S { int x; S(rex::u64 v) : x(static_cast<int>(v)) {} };
rex::Result entry(const rex::Fentry<"f", S>& c) { return c.argument<0>().x; }  // expect: compiler

rex::Result program(const rex::Once&) {
  return 0;
}
