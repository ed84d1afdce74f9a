// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

static int f(rex::Queue<int, 4> queue) { return 1; }  // expect: map-scope

rex::Result program(const rex::Once&) { return 0; }
