// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

enum Plain { a, b };
static int look(const rex::Fentry<"f", Plain>& c) { return c.argument<0>(); }  // expect: compiler

rex::Result program(const rex::Once&) {
  return 0;
}
