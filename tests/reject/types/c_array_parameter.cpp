// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

static int f(int x[4]) { return x[0]; }  // expect: c-array

rex::Result program(const rex::Once&) { return 0; }
