// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

extern const int x;  // expect: extern
constexpr rex::Queue<int, 4> queue;  // expect: map-scope

rex::Result program(const rex::Once&) { return 0; }
