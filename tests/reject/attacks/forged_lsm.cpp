// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

static int look(const rex::Lsm<"f", int>& c) { return c.argument<0>(); }

rex::Result program(const rex::Once&) {
  return look(rex::Lsm<"f", int>());  // expect: context
}
