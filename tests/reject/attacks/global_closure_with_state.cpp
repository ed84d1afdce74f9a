// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

static auto counter = [n = 0]() mutable { return ++n; };  // expect: global

rex::Result program(const rex::Once&) { return 0; }
