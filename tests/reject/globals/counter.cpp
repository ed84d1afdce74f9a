// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

int counter = 0;  // expect: global

rex::Result program(const rex::Once&) { return ++counter; }
