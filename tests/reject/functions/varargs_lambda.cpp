// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

static int f() { return [](...) { return 1; }(2); }  // expect: varargs

rex::Result program(const rex::Once&) { return 0; }
