// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

void other(const rex::Once&) {}  // expect: program

rex::Result program(const rex::Once&) { return 0; }
