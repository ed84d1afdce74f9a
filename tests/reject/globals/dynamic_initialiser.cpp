// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

static int f() { return 1; }
static const int x = f();  // expect: global

rex::Result program(const rex::Once&) { return 0; }
