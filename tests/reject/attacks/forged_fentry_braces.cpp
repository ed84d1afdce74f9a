// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

static int look(const rex::Fentry<"f", int, rex::Task>& c) { return c.argument<0>(); }

rex::Result program(const rex::Once&) {
  return look(rex::Fentry<"f", int, rex::Task>{});  // expect: compiler
}
