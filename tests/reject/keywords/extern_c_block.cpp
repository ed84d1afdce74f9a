// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

extern "C" {  // expect: extern
static int f(int x) { return x; }
}

rex::Result program(const rex::Once&) { return 0; }
