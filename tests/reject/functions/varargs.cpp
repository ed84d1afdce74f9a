// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

static int f(int n, ...) { return n; }  // expect: varargs

rex::Result program(const rex::Once&) { return 0; }
