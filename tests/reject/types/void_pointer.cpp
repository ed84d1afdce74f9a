// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

static int f(void* p) { return p != p; }  // expect: pointer

rex::Result program(const rex::Once&) { return 0; }
