// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

static auto f = [] { return 1; };  // expect: global

rex::Result program(const rex::Once&) { return 0; }
