// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

constexpr auto pi = 3.14;  // expect: floating-point

rex::Result program(const rex::Once&) { return 0; }
