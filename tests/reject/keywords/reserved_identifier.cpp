// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

static constexpr int __x = 1;  // expect: reserved-name

rex::Result program(const rex::Once&) { return 0; }
