// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

static rex::Result helper(const rex::KprobeContext&) { return 0; }

rex::Result program(const rex::Once&) {
  return helper(rex::Kprobe<"x">{});  // expect: compiler
}
