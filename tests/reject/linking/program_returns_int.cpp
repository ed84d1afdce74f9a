// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

int other(const rex::Once&) { return 0; }  // expect: program

rex::Result program(const rex::Once&) { return 0; }
