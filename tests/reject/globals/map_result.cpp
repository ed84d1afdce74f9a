// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

static rex::Queue<int, 4> f() { return {}; }  // expect: map-scope

rex::Result program(const rex::Once&) { return 0; }
