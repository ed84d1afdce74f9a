// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

export int x = 1;  // expect: module

rex::Result program(const rex::Once&) { return 0; }
