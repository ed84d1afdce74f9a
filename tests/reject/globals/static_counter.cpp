// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

static int counter;  // expect: global

rex::Result program(const rex::Once&) { return ++counter; }
