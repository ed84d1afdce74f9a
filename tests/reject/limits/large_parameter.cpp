// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

static int f(rex::Array<rex::u8, 5000> b) { return b[0]; }  // expect: object-size

rex::Result program(const rex::Once&) { return 0; }
