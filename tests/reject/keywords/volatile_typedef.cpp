// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

using V = volatile int;  // expect: volatile

rex::Result program(const rex::Once&) { return 0; }
