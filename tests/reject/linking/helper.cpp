// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

int helper(int x) { return x + 1; }  // expect: linkage

rex::Result program(const rex::Once&) { return helper(1); }
