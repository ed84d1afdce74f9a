// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

constinit int limit = 5;  // expect: global

rex::Result program(const rex::Once&) { return 0; }
