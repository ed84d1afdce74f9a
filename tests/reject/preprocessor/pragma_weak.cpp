// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

#pragma weak program  // expect: pragma

rex::Result program(const rex::Once&) { return 0; }
