// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

constexpr const char* name = "x";  // expect: pointer

rex::Result program(const rex::Once&) { return 0; }
