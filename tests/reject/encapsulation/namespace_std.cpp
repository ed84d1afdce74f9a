// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

namespace std {  // expect: std-library
static int x() { return 1; }
}

rex::Result program(const rex::Once&) { return 0; }
