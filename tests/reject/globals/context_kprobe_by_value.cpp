// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

static int f(rex::Kprobe<"x"> k) { return 1; }  // expect: context

rex::Result program(const rex::Once&) { return 0; }
