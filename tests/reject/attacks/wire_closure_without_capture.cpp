// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

constexpr auto f = [] { return 1; };
rex::Queue<decltype(f), 4> q;  // expect: wire

rex::Result program(const rex::Once&) { return 0; }
