// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

#assert machine(x86)  // expect: compiler

rex::Result program(const rex::Once&) { return 0; }
