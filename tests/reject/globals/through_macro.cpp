// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

#define COUNTER(name) static int name = 0
COUNTER(hits);  // expect: global

rex::Result program(const rex::Once&) { return 0; }
