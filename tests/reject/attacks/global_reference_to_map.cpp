// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Queue<int, 4> q;
static rex::Queue<int, 4>& r = q;  // expect: global

rex::Result program(const rex::Once&) { return 0; }
