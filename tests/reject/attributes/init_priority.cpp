// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

[[gnu::init_priority(101)]] static constexpr int x = 1;  // expect: attribute

rex::Result program(const rex::Once&) { return 0; }
