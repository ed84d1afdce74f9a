// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

static constexpr alignas(64) int x = 1;  // expect: alignas

rex::Result program(const rex::Once&) { return 0; }
