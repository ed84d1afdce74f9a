// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

__declspec(noinline) static int f() { return 1; }  // expect: reserved-name

rex::Result program(const rex::Once&) { return 0; }
