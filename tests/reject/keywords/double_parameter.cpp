// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

static int f(double) { return 1; }  // expect: floating-point

rex::Result program(const rex::Once&) { return 0; }
