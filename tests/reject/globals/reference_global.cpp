// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

constexpr int x = 1;
static const int& r = x;  // expect: global

rex::Result program(const rex::Once&) { return 0; }
