// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

static int f() { return 1; }
rex::Atomic<int> a{f()};  // expect: map-scope

rex::Result program(const rex::Once&) { return 0; }
