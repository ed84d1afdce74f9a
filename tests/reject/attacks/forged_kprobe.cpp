// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

static rex::u64 look(const rex::Kprobe<"f">& c) { return c.argument<0>(); }

rex::Result program(const rex::Once&) {
  return static_cast<int>(look(rex::Kprobe<"f">()));  // expect: compiler
}
